package dev.moim.studies.history;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the sessions of a day or a month add up to.
 *
 * @param participants of each session, added up
 * @param seconds of the sessions
 * @param users by id
 * @param days how many sessions began on each day that had any
 */
public record Sum(
    long sessions,
    long participants,
    long seconds,
    Map<String, Attendance> users,
    Map<LocalDate, Long> days) {

  /**
   * How often somebody took part.
   *
   * @param name what they were called last
   */
  public record Attendance(String name, long sessions) {

    Attendance plus(Attendance later) {
      return new Attendance(later.name, sessions + later.sessions);
    }
  }
}
