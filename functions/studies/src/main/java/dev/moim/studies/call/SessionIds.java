package dev.moim.studies.call;

import dev.moim.shared.kernel.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of sessions sort by time and end with the session's number in its study, so that whoever has
 * the id finds the session with one read of its key.
 */
public final class SessionIds {

  private static final int TIME_DIGITS = 9;
  private static final int RANDOM_DIGITS = 8;
  private static final int RADIX = 36;
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{17}([0-9a-z]{1,9})");

  private SessionIds() {}

  static String make(long number, Instant now) {
    String time = Long.toString(now.toEpochMilli(), RADIX);
    return "0".repeat(TIME_DIGITS - time.length())
        + time
        + Ids.base36(RANDOM_DIGITS)
        + Long.toString(number, RADIX);
  }

  static String ofParticipant() {
    return Ids.base36(16);
  }

  /** The number in an id; empty for what is none of ours. */
  public static Optional<Long> number(String sessionId) {
    Matcher matcher = FORM.matcher(sessionId);
    return matcher.matches()
        ? Optional.of(Long.parseLong(matcher.group(1), RADIX))
        : Optional.empty();
  }
}
