package dev.moim.shared.sockets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How often each socket may do something: so many times at once, and then once in each interval. It
 * is counted in the memory of one function instance, at no cost; all instances together are bounded
 * by how many of them serve one socket, and that by the throttling of the stage.
 */
public final class SocketRate {

  /** Far more than one instance serves; the one idle for longest is forgotten first. */
  private static final int MAX_SOCKETS = 10_000;

  private final int burst;
  private final Duration interval;
  private final Clock clock;

  /** When a socket's bucket will be full again (GCRA's theoretical arrival time). */
  private final SequencedMap<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  public SocketRate(int burst, Duration interval, Clock clock) {
    this.burst = burst;
    this.interval = interval;
    this.clock = clock;
  }

  /** Counts one more, unless it is one too many. */
  public boolean admits(Sender sender) {
    return take(sender.connectionId()).isEmpty();
  }

  /**
   * Counts one more, unless it is one too many.
   *
   * @return how long until the next one; empty if this one was counted
   */
  public synchronized Optional<Duration> take(String connectionId) {
    Instant now = clock.instant();
    Instant full = fullAt.getOrDefault(connectionId, now);
    Instant from = full.isBefore(now) ? now : full;
    Duration wait = Duration.between(now, from).minus(interval.multipliedBy(burst - 1L));
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    fullAt.put(connectionId, from.plus(interval));
    if (fullAt.size() > MAX_SOCKETS) {
      fullAt.pollFirstEntry();
    }
    return Optional.empty();
  }
}
