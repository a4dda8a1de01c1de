package dev.moim.calls.room;

import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Rooms.Edit;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;
import java.util.Optional;

/**
 * {@code editRoomInfo}: the host changes the title, the capacity, who is host, or whether the room
 * is locked: then members stay and return, and nobody else comes in.
 */
public final class EditRoomInfo implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public EditRoomInfo(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    Membership.requireHost(room, claim.userId());
    Edit edit = edit(request, room);
    Room now =
        rooms
            .edit(room, edit, membership.ask(sender, claim))
            .orElseThrow(
                () -> FieldException.invalid("capacity", "at least the members there are"));
    return Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
        .telling(Tell.others(now, claim.userId(), presence(now)));
  }

  private static Edit edit(Fields request, Room room) {
    Optional<Integer> capacity = request.optionalInt("capacity", 1, Room.MAX_CAPACITY);
    capacity
        .filter(wanted -> room.media() && wanted > room.capacity())
        .ifPresent(tooMany -> {
          // LiveKit takes a room's size when it is made and never again.
          throw FieldException.invalid("capacity", "at most a video room's present one");
        });
    Optional<String> host = request.optionalText("host");
    host.ifPresent(newHost -> Membership.present(room, newHost));
    Edit edit =
        new Edit(CallFields.newTitle(request), capacity, host, request.optionalFlag("locked"));
    if (edit.equals(Edit.NOTHING)) {
      throw FieldException.missing("one of title, capacity, host, locked");
    }
    return edit;
  }

  static Message presence(Room now) {
    return Presence.of("editRoomInfo", now)
        .with("title", now.title())
        .with("capacity", now.capacity())
        .with("host", now.hostId().orElse(""))
        .with("locked", now.locked())
        .with("rev", now.rev());
  }
}
