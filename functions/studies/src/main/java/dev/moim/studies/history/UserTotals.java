package dev.moim.studies.history;

import dev.moim.studies.call.MediaState;
import java.time.Instant;
import java.util.Map;

/**
 * What the sessions of a user in a study add up to; times in whole seconds.
 *
 * @param seconds in the sessions
 * @param mediaSeconds in each state
 * @param first when they first came to a session
 * @param last when they last left one
 */
public record UserTotals(
    long sessions, long seconds, Map<MediaState, Long> mediaSeconds, Instant first, Instant last) {

  public UserTotals {
    mediaSeconds = Map.copyOf(mediaSeconds);
  }

  public long seconds(MediaState state) {
    return mediaSeconds.getOrDefault(state, 0L);
  }

  /** Of a session, in whole seconds. */
  public long averageSeconds() {
    return Math.round((double) seconds / sessions);
  }
}
