package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often each socket may do something: so many times at once, and then once in each interval. It
 * is counted in the memory of one function instance, at no cost; all instances together are bounded
 * by how many of them serve one socket, and that by the throttling of the stage.
 */
public final class SocketRate {

  /** Far more than one instance serves. */
  private static final int MAX_SOCKETS = 10_000;

  private final Rate rate;
  private final Clock clock;

  /** When a socket's bucket will be full again. */
  private final Recent<String, Instant> fullAt;

  public SocketRate(Rate rate, Clock clock) {
    this.rate = rate;
    this.clock = clock;
    this.fullAt = new Recent<>(MAX_SOCKETS, rate.whole()); // later it is full anyway
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
    Instant full = fullAt.find(connectionId).orElse(now);
    Optional<Duration> wait = rate.wait(full, now);
    if (wait.isEmpty()) {
      fullAt.put(connectionId, rate.take(full, now));
    }
    return wait;
  }
}
