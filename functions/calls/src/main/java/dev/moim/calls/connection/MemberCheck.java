package dev.moim.calls.connection;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import java.util.Optional;

/** Reads what a member's place in a room depends on. */
public interface MemberCheck {

  /** The latest of both, in one request: a read unit for the connection, and for 4 KB of room. */
  Found findNow(RoomKey room, String connectionId);

  record Found(Optional<Room> room, Optional<Connection> connection) {}
}
