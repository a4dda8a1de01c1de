package dev.moim.testkit;

import dev.moim.shared.kernel.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Timers that fire when the test's clock gets to them, in order. */
public final class VirtualTimers implements Timers {

  private record Due(Timer timer, Instant at) {}

  private final TestClock clock;
  private final List<Due> set = new ArrayList<>();

  public VirtualTimers(TestClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void set(Timer timer, Duration delay) {
    if (delay.compareTo(LONGEST) > 0 || delay.isNegative()) {
      throw new IllegalArgumentException("SQS takes no delay of " + delay);
    }
    set.add(new Due(timer, clock.instant().plus(delay)));
  }

  /** Lets time pass, firing whatever becomes due at its moment. */
  public void pass(Duration time, Consumer<Timer> fire) {
    Instant end = clock.instant().plus(time);
    for (var next = next(end); next.isPresent(); next = next(end)) {
      clock.advance(Duration.between(clock.instant(), max(next.get().at(), clock.instant())));
      fire.accept(next.get().timer());
    }
    clock.advance(Duration.between(clock.instant(), end));
  }

  public synchronized List<Timer> waiting() {
    return set.stream().map(Due::timer).toList();
  }

  /** What a crash of the queue, or of a function before it, would do. */
  public synchronized void forget() {
    set.clear();
  }

  private synchronized Optional<Due> next(Instant end) {
    Optional<Due> next =
        set.stream().filter(due -> !due.at().isAfter(end)).min(Comparator.comparing(Due::at));
    next.ifPresent(set::remove);
    return next;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
