package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Rate;
import java.time.Duration;

/**
 * How often something may be done: a token bucket.
 *
 * @param burst how many times at once, after a pause
 * @param perMinute how many times a minute in the long run
 */
public record RateLimit(int burst, int perMinute) {

  private static final int MAX = 1_000_000;

  /** The rest of one: how fast the bucket fills again. */
  @FunctionalInterface
  public interface Refill {
    RateLimit perMinute(int times);
  }

  /** Reads like what it means: {@code RateLimit.burst(100).perMinute(600)}. */
  public static Refill burst(int atOnce) {
    return times -> new RateLimit(atOnce, times);
  }

  public RateLimit {
    if (burst < 1 || burst > MAX || perMinute < 1 || perMinute > MAX) {
      throw new IllegalArgumentException("a rate limit's numbers go from 1 to " + MAX);
    }
  }

  /** The same as what it takes to count. */
  public Rate rate() {
    return new Rate(burst, Duration.ofMinutes(1).dividedBy(perMinute));
  }

  /**
   * Reads {@code burst/perMinute}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static RateLimit parse(String text) {
    String[] numbers = text.split("/", -1);
    if (numbers.length != 2) {
      throw new IllegalArgumentException("a rate limit reads burst/perMinute, not " + text);
    }
    return burst(Integer.parseInt(numbers[0])).perMinute(Integer.parseInt(numbers[1]));
  }

  @Override
  public String toString() {
    return burst + "/" + perMinute;
  }
}
