package dev.moim.calls.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.RateLimit;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageRateTest {

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private final MessageRate rate = new MessageRate(RateLimit.burst(3).perMinute(120), clock);

  @Test
  void letsABurstThroughAndThenOneEachInterval() {
    assertThat(taken("a", 10)).isEqualTo(3);
    assertThat(rate.take("a")).contains(Duration.ofMillis(500));

    clock.advance(Duration.ofMillis(499));
    assertThat(rate.take("a")).contains(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(taken("a", 10)).isEqualTo(1);

    clock.advance(Duration.ofMinutes(5));
    assertThat(taken("a", 10)).as("no more than the burst").isEqualTo(3);
  }

  @Test
  void connectionsDoNotLimitEachOther() {
    assertThat(taken("a", 10)).isEqualTo(3);
    assertThat(taken("b", 10)).isEqualTo(3);
  }

  @Test
  void forgetsWhoWasSilentForLongestOfTenThousand() {
    taken("a", 10);
    IntStream.range(0, 9_999).forEach(i -> rate.take("c" + i));
    assertThat(rate.take("a")).as("the latest now").isPresent();

    IntStream.range(0, 10_000).forEach(i -> rate.take("d" + i));
    assertThat(rate.take("a")).isEmpty();
  }

  @Test
  void isExactHoweverManyComeAtOnce() throws Exception {
    Callable<Optional<Duration>> take = () -> rate.take("a");
    int taken = 0;
    try (var threads = Executors.newFixedThreadPool(32)) {
      for (Future<Optional<Duration>> done : threads.invokeAll(Collections.nCopies(500, take))) {
        taken += done.get().isEmpty() ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(3);
  }

  private int taken(String connectionId, int attempts) {
    return (int)
        IntStream.range(0, attempts).filter(i -> rate.take(connectionId).isEmpty()).count();
  }
}
