package dev.moim.calls;

import dev.moim.shared.kernel.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Timers in memory; the test says when they fire. */
public final class RecordingTimers implements Timers {

  /** A timer and when it is due. */
  public record Due(Timer timer, Duration delay) {}

  private final ConcurrentLinkedQueue<Due> set = new ConcurrentLinkedQueue<>();

  @Override
  public void set(Timer timer, Duration delay) {
    set.add(new Due(timer, delay));
  }

  /** Everything set so far, and forgets it. */
  public List<Due> take() {
    List<Due> taken = new ArrayList<>();
    for (Due due = set.poll(); due != null; due = set.poll()) {
      taken.add(due);
    }
    return taken;
  }
}
