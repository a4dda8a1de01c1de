package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.media.GroupMedia;
import dev.moim.delivery.Connection;
import dev.moim.delivery.Connections;
import dev.moim.kernel.DomainException;
import dev.moim.kernel.Fields;
import dev.moim.license.Licenses;
import dev.moim.rooms.Room;
import dev.moim.rooms.Rooms;
import dev.moim.rooms.Seat;
import java.util.List;
import java.util.Map;

/**
 * {@code destroyRoom}: the host ends the room for everybody, or its creator while nobody is in it.
 */
public final class DestroyRoom implements Operation {

  private final Membership membership;
  private final Rooms rooms;
  private final Licenses licenses;
  private final Connections connections;
  private final GroupMedia media;

  public DestroyRoom(
      Membership membership,
      Rooms rooms,
      Licenses licenses,
      Connections connections,
      GroupMedia media) {
    this.membership = membership;
    this.rooms = rooms;
    this.licenses = licenses;
    this.connections = connections;
    this.media = media;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    String roomId = Names.roomId(request);
    Connection caller = membership.registered(sender, userId);
    Room room =
        rooms
            .findNow(roomId, caller.owner().tenant())
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    requireMayDestroy(room, userId, sender);
    Room last = rooms.delete(room).orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    licenses.closeRoom(room.licenseId(), roomId);
    media.closed(room);
    last.inOrder().stream()
        .filter(Seat::hasSocket)
        .forEach(seat -> connections.exit(seat.connectionId(), roomId));
    List<Notice> notices = last.others(userId).stream().map(seat -> farewell(last, seat)).toList();
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

  /**
   * Each member hears that it has left, rather than everybody about everybody: N messages, not N².
   */
  private static Notice farewell(Room room, Seat seat) {
    return Notice.to(
        room,
        seat,
        Notice.presence(
            "leave",
            "roomId",
            room.roomId(),
            "user",
            seat.userId(),
            "host",
            "",
            "destroyed",
            true,
            "rev",
            room.rev() + 1));
  }
}
