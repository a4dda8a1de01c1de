package dev.moim.template;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads EventBridge's {@code rate(15 minutes)}. */
final class Rates {

  private static final Pattern RATE =
      Pattern.compile("rate\\(\\s*(\\d+)\\s+(minute|hour|day)s?\\s*\\)");

  private Rates() {}

  static Optional<Duration> parse(String expression) {
    var match = RATE.matcher(expression);
    if (!match.matches()) {
      return Optional.empty();
    }
    ChronoUnit unit = ChronoUnit.valueOf(match.group(2).toUpperCase(Locale.ROOT) + "S");
    return Optional.of(Duration.of(Long.parseLong(match.group(1)), unit));
  }
}
