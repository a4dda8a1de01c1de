package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connection;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import java.util.List;
import java.util.Map;

/**
 * {@code destroyRoom}: the host ends the room for everybody, or its creator while nobody is in it.
 */
public final class DestroyRoom implements Operation {

  private final Membership membership;
  private final Rooms rooms;
  private final EndRoom endRoom;

  public DestroyRoom(Membership membership, Rooms rooms, EndRoom endRoom) {
    this.membership = membership;
    this.rooms = rooms;
    this.endRoom = endRoom;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    String roomId = Names.roomId(request);
    Connection caller = membership.registered(sender, userId);
    Room room =
        rooms
            .findNow(caller.owner().room(roomId))
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    requireMayDestroy(room, userId, sender);
    Room last = endRoom.end(room).orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    List<Notice> notices =
        last.others(userId).stream().map(seat -> EndRoom.farewell(last, seat)).toList();
    return Outcome.reply(Map.of("roomId", roomId)).telling(notices);
  }

  private static void requireMayDestroy(Room room, String userId, Sender sender) {
    boolean emptyAndMine = room.seats().isEmpty() && room.createdBy().equals(userId);
    boolean host =
        room.isHost(userId) && Membership.target(room, userId).heldBy(sender.connectionId());
    if (!emptyAndMine && !host) {
      throw new DomainException(CallError.NO_PERMISSION, "only the host may do this");
    }
  }
}
