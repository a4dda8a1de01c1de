package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import java.util.Map;

/** {@code shareStop}: ends the sender's own share; the host may end anybody's. */
public final class StopShare implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public StopShare(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    boolean mine = room.share().filter(share -> share.userId().equals(userId)).isPresent();
    if (room.share().isPresent() && !mine && !room.isHost(userId)) {
      throw new DomainException(CallError.NO_PERMISSION);
    }
    rooms.endShare(room);
    return Outcome.reply(Map.of("roomId", room.roomId()))
        .telling(Notice.toOthers(room, userId, StartShare.presence("shareStop", room, userId)));
  }
}
