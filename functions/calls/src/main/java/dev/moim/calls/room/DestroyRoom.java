package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
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
    Claim claim = Claim.read(request);
    Connection caller = membership.registered(sender, claim.userId());
    Room room =
        rooms
            .findNow(caller.owner().room(claim.roomId()))
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    requireMayDestroy(room, new SeatHolder(claim.userId(), sender.connectionId()));
    Room last = endRoom.end(room).orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    List<Notice> notices =
        last.others(claim.userId()).stream().map(seat -> EndRoom.farewell(last, seat)).toList();
    return Outcome.reply(Map.of("roomId", claim.roomId())).telling(notices);
  }

  private static void requireMayDestroy(Room room, SeatHolder caller) {
    boolean emptyAndMine = room.seats().isEmpty() && room.createdBy().equals(caller.userId());
    boolean host =
        room.isHost(caller.userId())
            && Membership.target(room, caller.userId()).holder().equals(caller);
    if (!emptyAndMine && !host) {
      throw new DomainException(CallError.NO_PERMISSION, "only the host may do this");
    }
  }
}
