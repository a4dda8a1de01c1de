package dev.moim.webhooks.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait between attempts, as Standard Webhooks recommends: three days in all. */
final class Backoff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private Backoff() {}

  /** Before the next attempt after so many; empty if there is none. */
  static Optional<Duration> after(int attempts) {
    return attempts <= WAITS.size()
        ? Optional.of(WAITS.get(Math.max(0, attempts - 1)))
        : Optional.empty();
  }
}
