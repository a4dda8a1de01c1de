package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.List;
import java.util.Map;

/** {@code createGroup}: gathers some members of a room under a name and tells them. */
public final class CreateGroup implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public CreateGroup(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    List<String> list = request.texts("list", Room.MAX_CAPACITY).stream().distinct().toList();
    if (list.isEmpty()) {
      throw FieldException.missing("list");
    }
    List<Seat> members = list.stream().map(member -> Membership.target(room, member)).toList();
    String groupId = "g" + Ids.digits(7);
    Group group = new Group(CallFields.title(request).orElse(""), list, claim.userId());
    if (!rooms.addGroup(room, groupId, group, membership.ask(sender, claim))) {
      throw new DomainException(CallError.TOO_MUCH, "the room has too many groups");
    }
    List<Seat> others =
        members.stream().filter(seat -> !seat.userId().equals(claim.userId())).toList();
    Message presence =
        Presence.of("createGroup", room).with("user", claim.userId()).with("groupId", groupId);
    return Outcome.reply(Map.of("roomId", room.roomId(), "groupId", groupId))
        .telling(Tell.members(room, others, presence));
  }
}
