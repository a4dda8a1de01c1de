package dev.moim.licenses;

import dev.moim.shared.rooms.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a tenant's rooms were open within a period, and what they were used for.
 *
 * @param next where the list goes on, if it does
 */
public record Usage(String domain, List<Use> rooms, Optional<String> next) {

  /**
   * @param createdAt epoch milliseconds; may be before the period
   * @param time only what falls into the period
   * @param tally of the room's whole life until now, as messages are
   * @param messages of its chat
   */
  public record Use(String roomName, long createdAt, Duration time, Tally tally, long messages) {}

  /** Of the rooms in this answer, each in whole seconds. */
  public long totalSeconds() {
    return rooms.stream().mapToLong(use -> use.time().toSeconds()).sum();
  }
}
