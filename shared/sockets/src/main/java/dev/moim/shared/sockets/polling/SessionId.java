package dev.moim.shared.sockets.polling;

import dev.moim.shared.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a session that begins by polling: when it was issued, and 131 random bits. Nothing is
 * written down when one is issued, so anybody may make one up; it grants nothing.
 *
 * @param text 9 digits of base 36, milliseconds of the epoch, and 22 of base 62
 */
public record SessionId(String text) {

  /** How long a client may poll: by then it has a WebSocket, or none gets through. */
  public static final Duration POLLING = Duration.ofSeconds(20);

  /** How much later than its last poll its WebSocket may arrive. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  /** Clocks of gateways differ by less than that. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private static final int TIME_DIGITS = 9;
  private static final int RANDOM_DIGITS = 22;
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{9}[0-9A-Za-z]{22}");

  public static SessionId issue(Instant at) {
    String time = Long.toString(at.toEpochMilli(), 36);
    return new SessionId(
        "0".repeat(TIME_DIGITS - time.length()) + time + Ids.base62(RANDOM_DIGITS));
  }

  /** Empty if the text is none of ours. */
  public static Optional<SessionId> parse(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> FORM.matcher(it).matches()).map(SessionId::new);
  }

  public Instant issuedAt() {
    return Instant.ofEpochMilli(Long.parseLong(text.substring(0, TIME_DIGITS), 36));
  }

  /**
   * @param now as the gateway has it that got the request
   */
  public Duration age(Instant now) {
    return Duration.between(issuedAt(), now);
  }

  /** Whether its client may poll. */
  public boolean polls(Instant now) {
    return isAtMost(POLLING, now);
  }

  /** Whether its client may open a socket. */
  public boolean upgrades(Instant now) {
    return isAtMost(POLLING.plus(SLACK), now);
  }

  private boolean isAtMost(Duration limit, Instant now) {
    Duration age = age(now);
    return age.compareTo(limit) <= 0 && age.plus(SKEW).isPositive();
  }
}
