package dev.moim.calls.room;

import dev.moim.calls.connection.Owner;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import java.util.List;

/**
 * Addresses messages to members of a room. Those who came with a media token only have no socket to
 * be told on.
 */
public final class Tell {

  private Tell() {}

  /** Tells everybody but the one it is about. */
  public static Notice others(Room room, String userId, Message message) {
    return members(room, room.others(userId), message);
  }

  public static Notice member(Room room, Seat seat, Message message) {
    return members(room, List.of(seat), message);
  }

  public static Notice members(Room room, List<Seat> seats, Message message) {
    List<Recipient> to =
        seats.stream().filter(Seat::hasSocket).map(seat -> recipient(room, seat)).toList();
    return new Notice(to, message);
  }

  public static Recipient recipient(Room room, Seat seat) {
    Owner owner = new Owner(room.licenseId(), seat.userId());
    return new Recipient(
        seat.connectionId(), new Dialect(seat.dialect()), owner.key(), seat.lost());
  }
}
