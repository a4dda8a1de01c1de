package dev.moim.calls.connection;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import java.util.Optional;

/** Reads what a member's place in a room depends on. */
public interface MemberCheck {

  /** The latest of both, in one request: a read unit for the connection, and for 4 KB of room. */
  Found findNow(RoomKey room, String connectionId);

  record Found(Optional<Room> room, Optional<Connection> connection) {

    /** The connection, if it speaks for the member. */
    public Optional<Connection> speaking(RoomKey key, SeatHolder member) {
      Owner owner = new Owner(key.licenseId(), member.userId());
      return connection.filter(known -> known.speaksFor(owner));
    }

    /** Whether the member's connection is noted to be in the room. */
    public boolean belongs(RoomKey key, SeatHolder member) {
      return speaking(key, member)
          .filter(known -> known.rooms().contains(key.roomId()))
          .isPresent();
    }
  }
}
