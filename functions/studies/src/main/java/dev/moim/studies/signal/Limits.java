package dev.moim.studies.signal;

import dev.moim.shared.kernel.Rate;
import dev.moim.shared.sockets.Limit;
import dev.moim.studies.StudyError;
import java.time.Clock;
import java.time.Duration;

/** How many events of each kind a socket may send. */
@SuppressWarnings("ImmutableEnumChecker") // a rate is two numbers
enum Limits {
  /** Said to everybody, but not kept. */
  SAID(60, Duration.ofMillis(100)),
  /** Kept, and told everybody. */
  DONE(60, Duration.ofMillis(250)),
  /** Handed to one peer: a newcomer sends each of many peers a dozen at once. */
  RELAYED(1_200, Duration.ofMillis(10));

  private final Rate rate;

  Limits(int burst, Duration interval) {
    this.rate = new Rate(burst, interval);
  }

  /** Counts from now on. */
  Limit by(Clock clock) {
    return new Limit(rate, clock, StudyError.TOO_MANY);
  }
}
