package dev.moim.calls.talk;

import dev.moim.calls.CallError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.sockets.SocketRate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A license's limit of messages, for each connection, with the family's code for its end. */
public final class MessageRate {

  private final SocketRate rate;

  public MessageRate(RateLimit limit, Clock clock) {
    rate = new SocketRate(limit.burst(), limit.interval(), clock);
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
  public Optional<Duration> take(String connectionId) {
    return rate.take(connectionId);
  }
}
