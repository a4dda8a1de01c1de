package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SentTimesTest {

  private static final Instant RECEIVED = Instant.parse("2100-01-01T00:00:00Z");

  private final SentTimes times = new SentTimes();

  @Test
  void messagesOfOneMillisecondGetTheNextFreeOnes() {
    assertThat(sent("ann", 0)).isEqualTo(RECEIVED);
    assertThat(sent("ann", 0)).isEqualTo(RECEIVED.plusMillis(1));
    assertThat(sent("ann", 1)).isEqualTo(RECEIVED.plusMillis(2));
    assertThat(sent("ann", 5)).isEqualTo(RECEIVED.plusMillis(5));
  }

  @Test
  void oneThatWasOvertakenKeepsItsOwnTime() {
    assertThat(sent("ann", 9)).isEqualTo(RECEIVED.plusMillis(9));
    assertThat(sent("ann", 3)).isEqualTo(RECEIVED.plusMillis(3));
  }

  @Test
  void socketsDoNotShareTimes() {
    assertThat(sent("ann", 0)).isEqualTo(RECEIVED);
    assertThat(sent("ben", 0)).isEqualTo(RECEIVED);
  }

  private Instant sent(String connectionId, int millis) {
    return times.of(
        new Sender(
            connectionId, new Dialect("test"), RECEIVED.plusMillis(millis), Duration.ofDays(1)));
  }
}
