package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rooms a license has had: what its statistics are made from. */
public interface RoomUsage {

  /** The most rooms one page holds. */
  int MAX_PAGE = 1_000;

  /**
   * A room that has ended.
   *
   * @param openedAt epoch milliseconds
   * @param endedAt epoch milliseconds
   */
  record UsedRoom(long openedAt, String roomId, long endedAt, Tally tally) {}

  /**
   * Rooms that ended in a period, the latest first. They are kept for 400 days.
   *
   * @param from inclusive
   * @param length of the period; nothing ended in one of no length or less
   * @param limit from 1 to {@link #MAX_PAGE}
   * @param cursor what the page before said comes next
   * @throws dev.moim.shared.kernel.FieldException if the cursor is not one of this list
   */
  Page<UsedRoom> ended(
      String licenseId, Instant from, Duration length, int limit, Optional<String> cursor);
}
