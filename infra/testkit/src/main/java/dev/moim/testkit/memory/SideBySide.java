package dev.moim.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Functions that run side by side on a database in memory. Each starts after a delay of its own and
 * is held up before some of its requests and posts. Time is a hundred times as fast as a gateway's;
 * a function that waits for another one waits until all others are done, since that is what its
 * patience is for.
 */
public final class SideBySide {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger deaths = new AtomicInteger();
  private volatile boolean disturbed;
  private volatile boolean mayDie;

  /** What happens before each request: for {@link MemoryDynamo}. */
  public void beforeRequest(String operation) {
    if (disturbed && mayDie && ThreadLocalRandom.current().nextInt(8) == 0) {
      if (deaths.getAndDecrement() > 0) {
        throw new IllegalStateException("the function died");
      }
    }
    if (disturbed && ThreadLocalRandom.current().nextInt(3) == 0) {
      sleep(micros(300));
    }
  }

  /** How long the next post takes. */
  public Duration post() {
    return disturbed ? micros(600) : Duration.ZERO;
  }

  private static Duration micros(int most) {
    return Duration.ofNanos(ThreadLocalRandom.current().nextInt(most) * 1_000L);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What a function does that waits for another one. */
  public void pause(Duration time) {
    waiting.incrementAndGet();
    Instant end = Instant.now().plusSeconds(5);
    do {
      sleep(Duration.ofMillis(1));
    } while (time.compareTo(PATIENCE) >= 0
        && running.get() > waiting.get()
        && Instant.now().isBefore(end));
    waiting.decrementAndGet();
  }

  /** So many of the functions that run next die at most, before one of their requests. */
  public void die(int most) {
    deaths.set(most);
    mayDie = most > 0;
  }

  /** Returns when all are done. */
  public void run(List<Runnable> functions) {
    disturbed = true;
    running.set(functions.size());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      functions.forEach(function -> all.add(executor.submit(() -> run(function))));
      for (Future<?> each : all) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      disturbed = false;
    }
  }

  private void run(Runnable function) {
    try {
      boolean cold = ThreadLocalRandom.current().nextInt(20) == 0;
      sleep(micros(cold ? 6_000 : 2_000));
      function.run();
    } catch (IllegalStateException | AssertionError died) {
      if (!mayDie) {
        throw died;
      }
    } finally {
      running.decrementAndGet();
    }
  }
}
