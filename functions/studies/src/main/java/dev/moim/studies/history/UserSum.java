package dev.moim.studies.history;

import java.time.Instant;

/**
 * What the sessions of a user in a study add up to; times in whole seconds.
 *
 * @param first when they first came to a session
 * @param last when they last left one
 */
public record UserSum(
    long sessions,
    long seconds,
    long mutedSeconds,
    long videoOffSeconds,
    long screenSeconds,
    Instant first,
    Instant last) {

  /** Of a session, in whole seconds. */
  public long averageSeconds() {
    return Math.round((double) seconds / sessions);
  }
}
