package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Rate rate = new Rate(3, INTERVAL);

  @Test
  void aFullBucketHoldsABurstAndFillsATokenAnInterval() {
    Instant fullAt = Instant.EPOCH;
    for (int i = 0; i < 3; i++) {
      assertThat(rate.wait(fullAt, NOON)).isEmpty();
      fullAt = rate.take(fullAt, NOON);
    }

    assertThat(rate.wait(fullAt, NOON)).contains(INTERVAL);
    assertThat(rate.wait(fullAt, NOON.plusMillis(99))).contains(Duration.ofMillis(1));
    assertThat(rate.wait(fullAt, NOON.plusMillis(100))).isEmpty();
    fullAt = rate.take(fullAt, NOON.plusMillis(100));
    assertThat(rate.wait(fullAt, NOON.plusMillis(100))).contains(INTERVAL);
    assertThat(fullAt).as("three intervals from then").isEqualTo(NOON.plusMillis(400));
  }

  /** Whenever tokens are asked for: no more than a burst, and one in each interval. */
  @Test
  void neverGivesMoreThanABurstAndOneInEachInterval() {
    Random random = new Random(7);
    Instant fullAt = Instant.EPOCH;
    Instant now = NOON;
    int given = 0;
    for (int i = 0; i < 10_000; i++) {
      now = now.plusMillis(random.nextInt(60));
      if (rate.wait(fullAt, now).isEmpty()) {
        fullAt = rate.take(fullAt, now);
        given++;
      }
      long most = 3 + Duration.between(NOON, now).dividedBy(INTERVAL);
      assertThat((long) given).isLessThanOrEqualTo(most);
    }
    assertThat((long) given).isGreaterThan(Duration.between(NOON, now).dividedBy(INTERVAL) - 3);
  }

  @Test
  void holdsSomething() {
    assertThatThrownBy(() -> new Rate(0, INTERVAL)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
