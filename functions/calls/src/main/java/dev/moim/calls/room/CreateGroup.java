package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
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
    String userId = Names.userId(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    List<String> list = request.texts("list", Room.MAX_CAPACITY).stream().distinct().toList();
    if (list.isEmpty()) {
      throw FieldException.missing("list");
    }
    List<Seat> members = list.stream().map(member -> Membership.target(room, member)).toList();
    String groupId = "g" + Ids.digits(7);
    if (!rooms.addGroup(room, groupId, new Group(Names.title(request).orElse(""), list))) {
      throw new DomainException(CallError.TOO_MUCH, "the room has too many groups");
    }
    List<Seat> others = members.stream().filter(seat -> !seat.userId().equals(userId)).toList();
    return Outcome.reply(Map.of("roomId", room.roomId(), "groupId", groupId))
        .telling(
            new Notice(
                room.licenseId(),
                others,
                Notice.presence(
                    "createGroup", "roomId", room.roomId(), "user", userId, "groupId", groupId)));
  }
}
