package dev.moim.calls.talk;

import dev.moim.calls.CallError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A token bucket for each connection, in the memory of this function instance: refusing costs no
 * request. A connection served by several instances has a bucket in each; all of them together are
 * bounded by the stage's throttling.
 */
public final class MessageRate {

  /** Far more than one instance serves; the one idle for longest is forgotten first. */
  private static final int MAX_CONNECTIONS = 10_000;

  private final RateLimit limit;
  private final Clock clock;

  /** When a connection's bucket will be full again (GCRA's theoretical arrival time). */
  private final SequencedMap<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  public MessageRate(RateLimit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Takes a token.
   *
   * @throws DomainException {@link CallError#TOO_SOON} if there is none
   */
  public void require(String connectionId) {
    take(connectionId)
        .ifPresent(wait -> {
          throw DomainException.retryAfter(CallError.TOO_SOON, wait);
        });
  }

  /**
   * Takes a token if there is one.
   *
   * @return how long until the next one; empty if one was taken
   */
  public synchronized Optional<Duration> take(String connectionId) {
    Instant now = clock.instant();
    Instant full = fullAt.getOrDefault(connectionId, now);
    Instant from = full.isBefore(now) ? now : full;
    Duration wait =
        Duration.between(now, from).minus(limit.interval().multipliedBy(limit.burst() - 1L));
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    fullAt.put(connectionId, from.plus(limit.interval()));
    if (fullAt.size() > MAX_CONNECTIONS) {
      fullAt.pollFirstEntry();
    }
    return Optional.empty();
  }
}
