package dev.moim.studies.history;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the sessions of a day or a month add up to.
 *
 * @param users by id
 * @param days how many sessions began on each day that had any
 */
public record Rollup(
    SessionTotals totals, Map<String, SessionCount> users, Map<LocalDate, Long> days) {

  /**
   * How many sessions somebody was in.
   *
   * @param name what they were called last
   */
  public record SessionCount(String name, long sessions) {

    SessionCount plus(SessionCount later) {
      return new SessionCount(later.name, sessions + later.sessions);
    }
  }
}
