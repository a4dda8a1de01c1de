package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code endGroup}: dissolves a group of the room. */
public final class EndGroup implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public EndGroup(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Room room = membership.require(sender, Claim.read(request));
    String groupId = request.text("groupId");
    if (!room.groups().containsKey(groupId)) {
      throw new DomainException(CallError.NO_SUCH_TARGET, "no such group");
    }
    rooms.removeGroup(room, groupId);
    return Outcome.reply(Map.of("roomId", room.roomId(), "groupId", groupId));
  }
}
