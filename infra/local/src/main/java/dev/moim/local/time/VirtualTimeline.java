package dev.moim.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes when {@link #advance} says so: hours of gateway rules in a test's blink. */
public final class VirtualTimeline implements Timeline {

  private final Queue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private Instant now;
  private long count;

  public VirtualTimeline(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Task after(Duration delay, Runnable action) {
    Due task = new Due(now.plus(delay), count++, action);
    due.add(task);
    return () -> cancel(task);
  }

  /** Moves on, and runs on this thread what falls due on the way, in order. */
  public void advance(Duration by) {
    Instant end = now().plus(by);
    for (var next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
      next.get().run();
    }
  }

  /** How many actions have not run yet. */
  public synchronized int pending() {
    return due.size();
  }

  /** How many actions {@link #advance} would run if it moved on by so much. */
  public synchronized int pending(Duration within) {
    Instant end = now.plus(within);
    return (int) due.stream().filter(task -> !task.at.isAfter(end)).count();
  }

  private synchronized Optional<Runnable> nextUntil(Instant end) {
    Due next = due.peek();
    if (next == null || next.at.isAfter(end)) {
      now = end;
      return Optional.empty();
    }
    due.remove();
    now = next.at;
    return Optional.of(next.action);
  }

  private synchronized void cancel(Due task) {
    due.remove(task);
  }

  private record Due(Instant at, long order, Runnable action) {}
}
