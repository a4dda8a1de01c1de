package dev.moim.calls.room;

import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Rooms.Edit;
import java.util.Map;
import java.util.Optional;

/** {@code editRoomInfo}: the host changes the title, the capacity, or who is host. */
public final class EditRoomInfo implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public EditRoomInfo(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    Membership.requireHost(room, userId);
    Optional<Integer> capacity = request.optionalInt("capacity", 1, Room.MAX_CAPACITY);
    capacity
        .filter(wanted -> room.media() && wanted > room.capacity())
        .ifPresent(tooMany -> {
          // LiveKit takes a room's size when it is made and never again.
          throw FieldException.invalid("capacity", "at most a video room's present one");
        });
    Optional<String> host = request.optionalText("host");
    host.ifPresent(newHost -> Membership.target(room, newHost));
    Edit edit = new Edit(Names.title(request), capacity, host);
    if (edit.equals(new Edit(Optional.empty(), Optional.empty(), Optional.empty()))) {
      throw FieldException.missing("one of title, capacity, host");
    }
    Room now =
        rooms
            .edit(room, edit)
            .orElseThrow(
                () -> FieldException.invalid("capacity", "at least the members there are"));
    return Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
        .telling(
            Notice.toOthers(
                now,
                userId,
                Notice.presence(
                    "editRoomInfo",
                    "roomId",
                    now.roomId(),
                    "title",
                    now.title(),
                    "capacity",
                    now.capacity(),
                    "host",
                    now.hostId().orElse(""),
                    "rev",
                    now.rev())));
  }
}
