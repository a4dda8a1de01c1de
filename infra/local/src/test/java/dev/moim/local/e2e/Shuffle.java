package dev.moim.local.e2e;

import dev.moim.local.GatewayOptions;
import dev.moim.local.socket.FrameDelays;
import java.time.Duration;
import java.util.Random;

/**
 * Runs scenarios with frames that overtake each other. Every scenario takes {@code
 * -Dmoim.shuffle=200}, {@code -Dmoim.cold=10} and, to see the same delays again, {@code
 * -Dmoim.seed=7}.
 *
 * @param longest how long a frame waits at most
 * @param coldPercent how many frames meet a cold start on top
 */
record Shuffle(Duration longest, int coldPercent, long seed) {

  /** What the system properties ask for; without them nothing is delayed. */
  static Shuffle ofProperties() {
    return new Shuffle(
        Duration.ofMillis(Integer.getInteger("moim.shuffle", 0)),
        Integer.getInteger("moim.cold", 0),
        Long.getLong("moim.seed", System.nanoTime()));
  }

  /** As unkind as {@code ./moim up --shuffle 200 --cold 10}, unless properties say otherwise. */
  static Shuffle always() {
    Shuffle asked = ofProperties();
    return asked.shuffles() ? asked : new Shuffle(Duration.ofMillis(200), 10, asked.seed);
  }

  private boolean shuffles() {
    return longest.isPositive() || coldPercent > 0;
  }

  GatewayOptions gateways() {
    if (shuffles()) {
      System.out.println("Frames are shuffled: " + this);
    }
    return GatewayOptions.DEFAULTS.delays(FrameDelays.of(longest, coldPercent, new Random(seed)));
  }
}
