package dev.moim.shared.sockets;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How often each socket may ask for some operations, all of them together. What is too much costs
 * its sender, and no request: it is refused before anything is read.
 */
public final class Limit {

  private final SocketRate rate;
  private final SocketRate complaints;
  private final ErrorCode tooMuch;

  public Limit(Rate rate, Clock clock, ErrorCode tooMuch) {
    this.rate = new SocketRate(rate, clock);
    this.complaints = new SocketRate(new Rate(1, Duration.ofSeconds(1)), clock);
    this.tooMuch = tooMuch;
  }

  /** An operation that always has an answer: each one too many is refused. */
  public Operation on(Operation operation) {
    return new Limited(
        operation,
        sender -> {
          refuse(rate.take(sender.connectionId()));
          return true;
        });
  }

  /** One without an answer: what is too much is dropped, and its sender hears so once a second. */
  public Operation oneWay(Operation operation) {
    return new Limited(
        operation,
        sender -> {
          Optional<Duration> wait = rate.take(sender.connectionId());
          if (wait.isPresent() && complaints.admits(sender)) {
            refuse(wait);
          }
          return wait.isEmpty();
        });
  }

  private void refuse(Optional<Duration> wait) {
    wait.ifPresent(until -> {
      throw DomainException.retryAfter(tooMuch, until);
    });
  }

  private interface Gate {
    boolean admits(Sender sender);
  }

  private record Limited(Operation operation, Gate gate) implements Operation {

    @Override
    public boolean admits(Sender sender) {
      return gate.admits(sender);
    }

    @Override
    public Outcome run(Sender sender, Fields fields) {
      return operation.run(sender, fields);
    }
  }
}
