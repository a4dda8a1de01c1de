package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code endGroup}: dissolves a group of the room. Its creator may, and the host. */
public final class EndGroup implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public EndGroup(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    String groupId = request.text("groupId");
    Group group =
        room.group(groupId)
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET, "no such group"));
    if (!group.createdBy().equals(claim.userId())) {
      Membership.requireHost(room, claim.userId());
    }
    rooms.removeGroup(room, groupId);
    return Outcome.reply(Map.of("roomId", room.roomId(), "groupId", groupId));
  }
}
