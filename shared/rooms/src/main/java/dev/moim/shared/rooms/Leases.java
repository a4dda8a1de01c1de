package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Seats of those who come with a token. Issuing it takes the seat ({@link
 * dev.moim.shared.rooms.Seats#join} with {@link Seat#leased}); what happens at the media server
 * confirms and frees it.
 */
public interface Leases {

  /** How long a seat waits for whoever got its token. The token itself lasts much longer. */
  Duration LIFE = Duration.ofMinutes(2);

  /**
   * What a participant's seat turned out to be.
   *
   * @param room as it is then, unless there is none
   */
  record Confirmed(Confirmation what, Optional<Room> room) {}

  /** The cases of {@link Confirmed}. */
  enum Confirmation {
    /** The participant sits: on the lease, on a seat already confirmed, or on a socket's seat. */
    SEATED,
    /** News of a connection that a later one has replaced. */
    OUTDATED,
    /** No seat of that user: its lease ended and was given away, or the token is an old one. */
    NO_SEAT,
    NO_ROOM
  }

  /**
   * Prolongs a user's lease and notes who asked last; a seat that is none (any more) stays as it
   * is.
   */
  void renew(Room room, Seat lease);

  /** The participant is there: its lease becomes a seat that ends with this very connection. */
  Confirmed confirm(RoomKey room, Participant participant);

  /**
   * Frees seats, but none that has changed since the room was read. Many go in several steps; those
   * of a step that was taken stay free when a later one finds a change.
   *
   * @return the room without them, or empty if one has changed
   */
  Optional<Room> free(Room room, Collection<Seat> seats);
}
