package dev.moim.calls.connection;

import dev.moim.calls.Claim;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.SeatHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sockets we know of. */
public interface Connections {

  /** Eventually consistent: half the price, and right in all but the first moments. */
  Optional<Connection> find(String id);

  Optional<Connection> findNow(String id);

  /** Writes a socket that has just been opened. */
  void open(Connection connection);

  /**
   * Counts that a socket's client asks to register. The first time it is {@link #register} that
   * counts, for no request more; all others are counted here and exactly, whichever instances of a
   * function they reach.
   *
   * @param known the connection as it was read
   * @param asked when the gateway received the wish
   * @return how long it has to wait; empty if it may register now
   */
  Optional<Duration> countRegister(Connection known, Rate limit, Instant asked);

  /**
   * Writes who speaks on a socket from now on, and that it is in these rooms. Those it has asked to
   * join as the same user meanwhile stay.
   */
  void register(Connection connection);

  /**
   * Notes that the connection is about to enter a room, before it does, so that a crash in between
   * leaves a harmless note and never a seat nobody would free.
   *
   * @param asked when the gateway received the wish
   * @param limit how often its client may ask: counted by the same write, and so exactly
   */
  Entering enter(String id, Claim claim, Instant asked, Rate limit);

  /** Notes a room once more that it had entered, unless something newer was asked for. */
  void enterAgain(String id, Claim claim, Instant asked);

  /** Forgets a room it is not in any more, if its socket still speaks for this user. */
  void exit(SeatHolder holder, RoomKey room);

  /**
   * The same at its user's wish, unless it has asked to join again since.
   *
   * @param asked when the gateway received the wish
   */
  void exit(SeatHolder holder, RoomKey room, Instant asked);

  /**
   * Marks a registered connection as lost.
   *
   * @return the connection, or empty if it is unknown, nobody's, or was marked before
   */
  Optional<Connection> markLost(String id, Connection.Loss loss);

  /**
   * From now on it enters no room. Whoever was about to finds out afterwards.
   *
   * @return the connection with every room it may be in, or empty if it is not this user's any more
   */
  Optional<Connection> beginEnd(String id, Owner owner);

  void rename(Connection connection, String name);

  /**
   * Removes a connection whose user is in no room and about to enter none.
   *
   * @return false if it is not so, or is not this user's any more
   */
  boolean removeIdle(Connection connection);

  /** Removes it, unless somebody else speaks on it by now. */
  void remove(Connection connection);

  /** What {@link #enter} found. */
  sealed interface Entering {
    record Entered(Connection connection) implements Entering {}

    record NotRegistered() implements Entering {}

    record OtherUser() implements Entering {}

    record TooManyRooms() implements Entering {}

    record TooSoon(Duration waiting) implements Entering {}

    /** Its user has asked to leave the room after this. */
    record LeftSince() implements Entering {}
  }
}
