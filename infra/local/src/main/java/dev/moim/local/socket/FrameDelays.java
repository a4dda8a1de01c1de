package dev.moim.local.socket;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * How long a frame waits, once it has arrived, until its function gets it: at random, each for
 * itself, so that frames overtake each other as they may on AWS. A close waits like a frame; a
 * handshake does not, since a client cannot send before it is done.
 */
public final class FrameDelays {

  /** Frames go to their functions at once. */
  public static final FrameDelays NONE = new FrameDelays(Duration.ZERO, 0, bound -> 0);

  private static final int MAX_SHUFFLE_MILLIS = 10_000;
  private static final int COLD_MILLIS = 400;
  private static final int MAX_COLD_MILLIS = 900;
  private static final int PERCENT = 100;

  private final int shuffleMillis;
  private final int coldPercent;
  private final IntUnaryOperator draw;

  /**
   * @param draw a number from 0 to below the one it is given, to be asked by many threads at once
   */
  FrameDelays(Duration shuffle, int coldPercent, IntUnaryOperator draw) {
    check("shuffle", shuffle.toMillis(), MAX_SHUFFLE_MILLIS);
    check("cold", coldPercent, PERCENT);
    this.shuffleMillis = (int) shuffle.toMillis();
    this.coldPercent = coldPercent;
    this.draw = draw;
  }

  /**
   * Delays each frame by up to {@code shuffle}, and {@code coldPercent} of them by a cold start on
   * top.
   *
   * @param random may be used by many threads at once
   * @throws IllegalArgumentException if a number is out of range
   */
  public static FrameDelays of(Duration shuffle, int coldPercent, RandomGenerator random) {
    return new FrameDelays(shuffle, coldPercent, random::nextInt);
  }

  public boolean isNone() {
    return shuffleMillis == 0 && coldPercent == 0;
  }

  /** What the next frame waits. */
  Duration next() {
    if (isNone()) {
      return Duration.ZERO;
    }
    int millis = draw.applyAsInt(shuffleMillis + 1);
    if (draw.applyAsInt(PERCENT) < coldPercent) {
      millis += COLD_MILLIS + draw.applyAsInt(MAX_COLD_MILLIS - COLD_MILLIS + 1);
    }
    return Duration.ofMillis(millis);
  }

  @Override
  public String toString() {
    return "each waits 0 to %d ms, %d %% of them %d to %d ms more"
        .formatted(shuffleMillis, coldPercent, COLD_MILLIS, MAX_COLD_MILLIS);
  }

  private static void check(String name, long value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException("%s is from 0 to %d".formatted(name, max));
    }
  }
}
