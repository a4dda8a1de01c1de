package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Rate;
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

  private final Rate rate;
  private final Clock clock;

  /** When a socket's bucket will be full again. */
  private final SequencedMap<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  public SocketRate(Rate rate, Clock clock) {
    this.rate = rate;
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
    Optional<Duration> wait = rate.wait(full, now);
    if (wait.isEmpty()) {
      fullAt.put(connectionId, rate.take(full, now));
      if (fullAt.size() > MAX_SOCKETS) {
        fullAt.pollFirstEntry();
      }
    }
    return wait;
  }
}
