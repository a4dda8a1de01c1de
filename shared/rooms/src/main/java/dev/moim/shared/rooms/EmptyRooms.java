package dev.moim.shared.rooms;

import java.time.Instant;
import java.util.Optional;

/** Since when nobody is in rooms that stay when the last one leaves. */
public interface EmptyRooms {

  /**
   * Notes that nobody is in a room, unless that is noted already and nobody came since.
   *
   * @param seen as it was seen last, with nobody in it
   * @return since when; empty if somebody is in it, or it has changed or is gone
   */
  Optional<Instant> note(Room seen, Instant now);
}
