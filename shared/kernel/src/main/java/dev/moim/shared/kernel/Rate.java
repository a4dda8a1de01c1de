package dev.moim.shared.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often something may be done: a token bucket, by the generic cell rate algorithm (ITU-T
 * I.371). All that has to be kept of it is one moment, at which the bucket will be full again (the
 * theoretical arrival time): each token taken moves it on by one interval, and it may be as far
 * ahead of now as a whole burst.
 *
 * @param burst how many times at once, after a pause
 * @param interval how long one token takes to come back
 */
public record Rate(int burst, Duration interval) {

  public Rate {
    if (burst < 1 || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("a rate has tokens, and time in which they come back");
    }
  }

  /**
   * How long until a token may be taken; empty if one may be now.
   *
   * @param fullAt when the bucket is full again
   */
  public Optional<Duration> wait(Instant fullAt, Instant now) {
    return Optional.of(Duration.between(latest(now), fullAt)).filter(Duration::isPositive);
  }

  /** How long an empty bucket takes to be full. */
  public Duration whole() {
    return interval.multipliedBy(burst);
  }

  /** When the bucket is full again after a token was taken. */
  public Instant take(Instant fullAt, Instant now) {
    return (fullAt.isAfter(now) ? fullAt : now).plus(interval);
  }

  /** A bucket that is full again only after this moment has no token now. */
  public Instant latest(Instant now) {
    return now.plus(interval.multipliedBy(burst - 1L));
  }
}
