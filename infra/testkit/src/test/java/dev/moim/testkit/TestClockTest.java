package dev.moim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {

  @Test
  void clockStandsStillUntilAdvanced() {
    TestClock clock = TestClock.at("2026-01-31T23:59:00Z");
    assertThat(clock.instant()).isEqualTo(clock.instant());
    clock.advance(Duration.ofMinutes(2));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-02-01T00:01:00Z"));
  }
}
