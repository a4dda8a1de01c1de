package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who sits where. Each change is one conditional write, so capacity is exact however many join at
 * once, and returns the room as it is afterwards.
 */
public interface Seats {

  /** The outcome of {@link #join}. */
  sealed interface Joined {
    /** A seat was taken. */
    record New(Room room) implements Joined {}

    /** The member was in the room all along and is back on a new socket. */
    record Back(Room room) implements Joined {}

    /**
     * A seat was taken from somebody whose socket had been lost for longer than the grace, or whose
     * lease had ended.
     *
     * @param evicted who lost it; the others have not been told
     */
    record Swapped(Departure evicted) implements Joined {

      public Room room() {
        return evicted.now();
      }
    }

    /** The member has a seat, on this socket or, for a token, in any way. */
    record AlreadyIn(Room room) implements Joined {}

    record Full() implements Joined {}

    /** The user was thrown out, or somebody on this very socket. */
    record Kicked() implements Joined {}

    /** The host lets nobody in who is not a member. */
    record Locked() implements Joined {}

    record NoRoom() implements Joined {}
  }

  /**
   * @param seat its {@code joinedAt} is now: leases that ended before may be given to it
   * @param lostBefore a seat whose socket was lost before this may be given to somebody else
   */
  Joined join(RoomKey room, Seat seat, Instant lostBefore);

  /**
   * Frees the seat if this connection holds it; an explicit host role and a share end with it.
   *
   * @return empty if there was nothing to free
   */
  Optional<Departure> leave(Room room, SeatHolder holder);

  /**
   * The same at its member's wish, unless its member has done something since that takes a seat: a
   * join, or what must have followed one. An explicit host role and a share end with it.
   *
   * @param asked when its member asked to leave; in the millisecond of a join being in wins
   * @return empty if there was nothing to free
   */
  Optional<Departure> leave(Room room, SeatHolder holder, Instant asked);

  /**
   * Frees the member's seat, whichever socket it is on, and keeps both the user and that socket out
   * for the room's life: registering as somebody else on it does not help.
   *
   * @return empty if the user has no seat
   */
  Optional<Departure> kick(Room room, String userId);

  /**
   * Moves a seat to the member's new socket.
   *
   * @param old who held it until now
   * @return the room, or empty if the old socket did not hold the seat any more, or somebody on the
   *     new one was thrown out
   */
  Optional<Room> move(RoomKey room, SeatHolder old, Seat onNewSocket);

  /** Marks the seat as lost at this moment, if this connection still holds it. */
  void markLost(RoomKey room, SeatHolder holder, Instant at);

  /**
   * Changes a seat, on top of what others change at the same time.
   *
   * @param change is applied to the seat as it is now, again if that has changed meanwhile
   * @return the room as it is then, or empty if the user has no seat any more
   */
  Optional<Room> change(Room seen, String userId, UnaryOperator<Seat> change);

  /**
   * Notes that a member asked to join who is seated already, so that no older leave ends what it
   * asked for last.
   */
  void joinedAgain(RoomKey room, SeatHolder holder, Instant asked);
}
