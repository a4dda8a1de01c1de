package dev.moim.shared.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdsTest {

  private static final long TOO_BIG_FOR_JAVASCRIPT = 1L << 53;

  @Test
  void growWithTime() {
    TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
    PersonIds ids = new PersonIds(clock);
    long last = 0;
    for (int i = 0; i < 1_000; i++) {
      long next = ids.next();
      assertThat(next).isGreaterThan(last);
      last = next;
      clock.advance(Duration.ofMillis(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-01T00:00:01Z", "2026-11-26T05:30:00Z", "2164-01-01T00:00:00Z"})
  void fitIntoAJavaScriptNumber(String now) {
    PersonIds ids = new PersonIds(TestClock.at(now));
    assertThat(ids.next()).isPositive().isLessThan(TOO_BIG_FOR_JAVASCRIPT);
  }

  @Test
  void differWithinAMillisecond() {
    PersonIds ids = new PersonIds(TestClock.at("2100-01-31T09:00:00Z"));
    Set<Long> made = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      made.add(ids.next());
    }
    assertThat(made).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "abc", "１２", "12345678901234567", "1e3", " 1", "null"})
  void areReadFromDigitsOnly(String text) {
    assertThat(PersonIds.parse(text)).isZero();
    assertThat(PersonIds.parse("90071992547")).isEqualTo(90_071_992_547L);
  }
}
