package dev.moim.studies.burst;

import dev.moim.studies.SocketWorld;
import dev.moim.studies.burst.Burst.Frame;
import dev.moim.studies.memory.MemoryDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Functions of the family that handle frames side by side, on a database in memory. Each starts
 * after a delay of its own and is held up before some of its requests and posts. Time is a
 * hundred times as fast as a gateway's; a function that waits for another one waits until all others are
 * done, since that is what its patience is for.
 */
final class Functions {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  final SocketWorld world;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean disturbed;

  Functions() {
    MemoryDynamo dynamo =
        new MemoryDynamo(
            Map.of(
                "GroupsTable", List.of("groupId", "userId"),
                "StudyCallsTable", List.of("studyId", "item"),
                "ConnectionsTable", List.of("id")),
            operation -> holdUp());
    world = new SocketWorld(dynamo, UnaryOperator.identity());
    world.pause = this::pause;
    world.sockets.delayPosts(() -> disturbed ? micros(600) : Duration.ZERO);
  }

  private void holdUp() {
    if (disturbed && ThreadLocalRandom.current().nextInt(3) == 0) {
      sleep(micros(300));
    }
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

  private void pause(Duration time) {
    waiting.incrementAndGet();
    Instant end = Instant.now().plusSeconds(5);
    do {
      sleep(Duration.ofMillis(1));
    } while (time.compareTo(PATIENCE) >= 0
        && running.get() > waiting.get()
        && Instant.now().isBefore(end));
    waiting.decrementAndGet();
  }

  /** Handles all of them, and what else happens at the same time; returns when all are done. */
  void handle(List<Frame> frames, Runnable... others) {
    Instant start = world.clock.instant().plusMillis(1);
    List<Runnable> functions = new ArrayList<>(List.of(others));
    frames.forEach(frame ->
        functions.add(() ->
            world.gateway.frame(
                frame.client().connectionId, frame.text(), start.plusMillis(frame.millis()))));
    world.clock.advance(Duration.ofMillis(200));
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
    } finally {
      running.decrementAndGet();
    }
  }
}
