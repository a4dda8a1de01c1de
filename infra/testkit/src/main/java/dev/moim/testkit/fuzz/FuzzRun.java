package dev.moim.testkit.fuzz;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One run of a fuzz: how long it goes on, and what it does, which follows from its seed alone.
 * {@code -Dmoim.fuzz.seconds=60} makes it longer, {@code -Dmoim.fuzz.seed=…} repeats it.
 */
final class FuzzRun {

  private static final long USUAL_SECONDS = 10;

  private final long seed = Long.getLong("moim.fuzz.seed", System.nanoTime());
  private final RandomGenerator random = new SplittableRandom(seed);
  private final long end =
      System.nanoTime()
          + Duration.ofSeconds(Long.getLong("moim.fuzz.seconds", USUAL_SECONDS)).toNanos();

  boolean goesOn() {
    return System.nanoTime() < end;
  }

  RandomGenerator random() {
    return random;
  }

  long seed() {
    return seed;
  }
}
