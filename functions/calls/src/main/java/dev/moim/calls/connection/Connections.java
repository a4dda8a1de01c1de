package dev.moim.calls.connection;

import dev.moim.calls.Claim;
import dev.moim.shared.kernel.RoomKey;
import java.util.Optional;

/** The sockets we know of. */
public interface Connections {

  /** Eventually consistent: half the price, and right in all but the first moments. */
  Optional<Connection> find(String id);

  Optional<Connection> findNow(String id);

  /** Writes the connection as it is now, replacing what was known of it. */
  void put(Connection connection);

  /**
   * Notes that the connection is about to enter a room, before it does, so that a crash in between
   * leaves a harmless note and never a seat nobody would free.
   */
  Entering enter(String id, Claim claim);

  void exit(String id, RoomKey room);

  /**
   * Marks a registered connection as lost.
   *
   * @return the connection, or empty if it is unknown, nobody's, or was marked before
   */
  Optional<Connection> markLost(String id, Connection.Loss loss);

  void rename(Connection connection, String name);

  void remove(String id);

  /** What {@link #enter} found. */
  sealed interface Entering {
    record Entered(Connection connection) implements Entering {}

    record NotRegistered() implements Entering {}

    record OtherUser() implements Entering {}

    record TooManyRooms() implements Entering {}
  }
}
