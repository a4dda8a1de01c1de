package dev.moim.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time as it passes. */
public final class SystemTimeline implements Timeline, AutoCloseable {

  private final Clock clock = Clock.systemUTC();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timeline").factory());

  public SystemTimeline() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Task after(Duration delay, Runnable action) {
    Runnable elsewhere = () -> Thread.startVirtualThread(action);
    Future<?> future = timer.schedule(elsewhere, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
