package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.SocketRate;
import dev.moim.studies.StudyError;
import java.time.Clock;
import java.time.Duration;

/**
 * Events of one kind, of which a socket may send only so many: what is too much costs its sender,
 * and no request.
 */
final class Limited {

  /** What a limit is on. */
  enum Kind {
    /** Said to everybody, but not kept. */
    SAID(60, Duration.ofMillis(100)),
    /** Kept, and told everybody. */
    DONE(60, Duration.ofMillis(250)),
    /** Handed to one peer: a newcomer sends each of many peers a dozen at once. */
    RELAYED(1_200, Duration.ofMillis(10));

    private final int burst;
    private final Duration interval;

    Kind(int burst, Duration interval) {
      this.burst = burst;
      this.interval = interval;
    }
  }

  private final SocketRate rate;

  Limited(Kind kind, Clock clock) {
    rate = new SocketRate(kind.burst, kind.interval, clock);
  }

  /** The same operation within this limit, which all of them share. */
  Operation the(Operation operation) {
    return (sender, data) -> run(operation, sender, data);
  }

  private Outcome run(Operation operation, Sender sender, Fields data) {
    if (!rate.admits(sender)) {
      throw new DomainException(StudyError.TOO_MANY);
    }
    return operation.run(sender, data);
  }
}
