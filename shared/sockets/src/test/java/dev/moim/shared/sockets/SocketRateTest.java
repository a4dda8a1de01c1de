package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Rate;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketRateTest {

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private final SocketRate rate = new SocketRate(new Rate(3, Duration.ofMillis(100)), clock);

  @Test
  void admitsABurstAndThenOneInEachInterval() {
    assertThat(admitted("ann", 5)).isEqualTo(3);
    clock.advance(Duration.ofMillis(99));
    assertThat(admitted("ann", 1)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(admitted("ann", 2)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    assertThat(admitted("ann", 9)).isEqualTo(3);
  }

  @Test
  void oneSocketsFloodIsNoOtherSockets() {
    admitted("ann", 9);
    assertThat(admitted("ben", 3)).isEqualTo(3);
  }

  private int admitted(String connectionId, int times) {
    int admitted = 0;
    for (int i = 0; i < times; i++) {
      Sender sender =
          new Sender(connectionId, new Dialect("test"), clock.instant(), Duration.ofDays(1));
      admitted += rate.admits(sender) ? 1 : 0;
    }
    return admitted;
  }
}
