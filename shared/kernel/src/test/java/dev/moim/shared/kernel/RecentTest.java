package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentTest {

  private long seconds = Long.MAX_VALUE / 1_000_000_000 - 1; // such a clock may overflow
  private final Recent<String, Integer> recent =
      new Recent<>(2, Duration.ofSeconds(10), () -> TimeUnit.SECONDS.toNanos(1) * seconds);

  @Test
  void whatWasUsedLongestAgoGoesFirst() {
    recent.put("ann", 1);
    recent.put("ben", 2);
    assertThat(recent.find("ann")).contains(1);
    recent.put("cho", 3);
    assertThat(recent.find("ben")).isEmpty();
    assertThat(recent.find("ann")).contains(1);
    assertThat(recent.find("cho")).contains(3);
  }

  @Test
  void whatIsNotUsedForAWhileGoesWithTheNextThatComes() {
    recent.put("ann", 1);
    seconds += 11;
    recent.put("ben", 2);
    assertThat(recent.find("ann")).isEmpty();
    assertThat(recent.find("ben")).contains(2);
  }

  @Test
  void whatIsUsedStays() {
    recent.put("ann", 1);
    seconds += 9;
    assertThat(recent.find("ann")).contains(1);
    seconds += 9;
    recent.put("ben", 2);
    assertThat(recent.find("ann")).contains(1);
  }

  @Test
  void theLastValueCounts() {
    recent.put("ann", 1);
    recent.put("ann", 2);
    assertThat(recent.find("ann")).contains(2);
  }
}
