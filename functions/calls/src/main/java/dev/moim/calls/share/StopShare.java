package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Rooms.Sharing;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;

/** {@code shareStop}: ends the sender's own share; the host may end anybody's. */
public final class StopShare implements Operation {

  private final Membership membership;
  private final Rooms rooms;
  private final ShareNews news;

  public StopShare(Membership membership, Rooms rooms) {
    this.news = new ShareNews(rooms);
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String userId = claim.userId();
    Room room = membership.require(sender, claim);
    boolean mine = room.share().filter(share -> share.userId().equals(userId)).isPresent();
    if (room.share().isPresent() && !mine && !room.isHost(userId)) {
      throw new DomainException(CallError.NO_PERMISSION);
    }
    return switch (rooms.endShare(room, membership.ask(sender, claim))) {
      case Sharing.Done(Room now) ->
          news.tell(now, userId, Presence.share("shareStop", now, userId));
      case Sharing.Outdated(), Sharing.Refused() -> ShareNews.reply(room);
    };
  }
}
