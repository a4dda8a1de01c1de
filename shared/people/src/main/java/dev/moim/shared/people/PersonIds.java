package dev.moim.shared.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Ids of people and of what they make, as numbers: they grow with time, and a client that keeps
 * them in a JavaScript number keeps all of them (below 2^53, until the year 2164). There is no
 * counter, which every creation would have to update.
 */
public final class PersonIds {

  /** Years before the first id need no bits. */
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  /** Of two made in one millisecond, one in 2,048 pairs is equal: whoever stores one asks first. */
  private static final int RANDOM_BITS = 11;

  private static final int DIGITS = 16;

  private final Clock clock;

  public PersonIds(Clock clock) {
    this.clock = clock;
  }

  public long next() {
    long millis = clock.millis() - FIRST.toEpochMilli();
    return (millis << RANDOM_BITS) | new SecureRandom().nextInt(1 << RANDOM_BITS);
  }

  /**
   * Reads an id as clients write it.
   *
   * @return 0, which nobody has, if the text is none
   */
  public static long parse(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.parseLong(text) : 0;
  }
}
