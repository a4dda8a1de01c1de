package dev.moim.studies.call;

import dev.moim.studies.User;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is fixed when a session starts.
 *
 * @param number counts the study's sessions from 1; one that nobody joined gives its number back
 * @param id what clients know it by
 * @param zone the study's: says on which day the session was
 */
public record CallSession(
    String studyId, long number, String id, ZoneId zone, User startedBy, Instant startedAt) {

  /** The study's next session, numbered after those in its history. */
  public static CallSession start(
      String studyId, long past, ZoneId zone, User starter, Instant now) {
    long number = past + 1;
    return new CallSession(studyId, number, SessionIds.make(number, now), zone, starter, now);
  }
}
