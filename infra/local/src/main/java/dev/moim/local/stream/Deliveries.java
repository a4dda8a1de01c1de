package dev.moim.local.stream;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * How unkindly streams are delivered, within what AWS promises: at least once, and the records of
 * an item in their order. A batch may be late, and one that was handled may come again, alone or
 * behind the batch before it, as after a reader that died before it noted how far it was.
 */
public final class Deliveries {

  /** Batches come at once, and once. */
  public static final Deliveries PROMPT = new Deliveries(Duration.ZERO, 0, bound -> 0);

  private static final int MAX_LATE_MILLIS = 60_000;
  private static final int PERCENT = 100;

  private final int lateMillis;
  private final int twicePercent;
  private final IntUnaryOperator draw;

  /**
   * @param draw a number from 0 to below the one it is given, to be asked by many threads at once
   */
  Deliveries(Duration late, int twicePercent, IntUnaryOperator draw) {
    this.lateMillis = within("late", late.toMillis(), MAX_LATE_MILLIS);
    this.twicePercent = within("twice", twicePercent, PERCENT);
    this.draw = draw;
  }

  /**
   * Keeps each batch back for up to {@code late}, and repeats {@code twicePercent} of them.
   *
   * @param random may be used by many threads at once
   * @throws IllegalArgumentException if a number is out of range
   */
  public static Deliveries of(Duration late, int twicePercent, RandomGenerator random) {
    return new Deliveries(late, twicePercent, random::nextInt);
  }

  /** What the next batch waits. */
  Duration delay() {
    return lateMillis == 0 ? Duration.ZERO : Duration.ofMillis(draw.applyAsInt(lateMillis + 1));
  }

  /** How many of the last batches come again now: 0, 1 or 2. */
  int repeats() {
    return twicePercent > 0 && draw.applyAsInt(PERCENT) < twicePercent ? 1 + draw.applyAsInt(2) : 0;
  }

  private static int within(String name, long value, int max) {
    if (value >= 0 && value <= max) {
      return (int) value;
    }
    throw new IllegalArgumentException("%s is from 0 to %d".formatted(name, max));
  }
}
