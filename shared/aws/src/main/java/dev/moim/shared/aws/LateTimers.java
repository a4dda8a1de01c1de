package dev.moim.shared.aws;

import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Timers;
import java.time.Duration;
import java.util.function.Supplier;

/** Timers whose client is made for the first of them, or for a rehearsal. */
final class LateTimers implements Timers {

  private final Supplier<Timers> made;

  @SuppressWarnings("UnusedVariable") // held for rehearsals, which hold nothing themselves
  private final Runnable part;

  LateTimers(Supplier<Timers> made) {
    this.made = new Lazy<>(made);
    this.part =
        Rehearsal.add(() -> {
          var _ = this.made.get();
        });
  }

  @Override
  public void set(Timer timer, Duration delay) {
    made.get().set(timer, delay);
  }
}
