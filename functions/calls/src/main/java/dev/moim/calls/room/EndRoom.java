package dev.moim.calls.room;

import dev.moim.calls.connection.Connections;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.sockets.Notice;
import java.util.Optional;

/** Ends a room for everybody in it. */
public final class EndRoom {

  private final Rooms rooms;
  private final Licenses licenses;
  private final Connections connections;
  private final GroupMedia media;

  public EndRoom(Rooms rooms, Licenses licenses, Connections connections, GroupMedia media) {
    this.rooms = rooms;
    this.licenses = licenses;
    this.connections = connections;
    this.media = media;
  }

  /**
   * Each member is still to be told.
   *
   * @return the room at its end, or empty if it had ended before
   */
  Optional<Room> end(Room room) {
    Optional<Room> last = rooms.delete(room);
    last.ifPresent(this::cleanUp);
    return last;
  }

  private void cleanUp(Room last) {
    new EndedRooms(rooms, licenses).countOff(last);
    media.closed(last);
    last.inOrder().stream()
        .filter(Seat::hasSocket)
        .forEach(seat -> connections.exit(seat.holder(), last.key()));
  }

  /**
   * Each member hears that it has left, rather than everybody about everybody: N messages, not N².
   */
  static Notice farewell(Room room, Seat seat) {
    return Tell.member(
        room,
        seat,
        Presence.of("leave", room)
            .with("user", seat.userId())
            .with("host", "")
            .with("destroyed", true)
            .with("rev", room.rev() + 1));
  }
}
