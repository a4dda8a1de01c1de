package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.Rate;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

  private enum Error implements ErrorCode {
    TOO_MUCH;

    @Override
    public String message() {
      return "too much";
    }
  }

  private static final Operation NOTHING = (sender, fields) -> Outcome.ok();

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final Limit limit = new Limit(new Rate(2, Duration.ofSeconds(10)), clock, Error.TOO_MUCH);

  @Test
  void allItsOperationsCountTogetherForEachSocket() {
    Operation one = limit.on(NOTHING);
    Operation other = limit.on(NOTHING);
    assertThat(one.admits(sender("a"))).isTrue();
    assertThat(other.admits(sender("a"))).isTrue();

    assertThatThrownBy(() -> one.admits(sender("a")))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(Error.TOO_MUCH);
              assertThat(refused.retryAfter()).contains(Duration.ofSeconds(10));
            });
    assertThat(one.admits(sender("b"))).as("another socket").isTrue();
    clock.advance(Duration.ofSeconds(10));
    assertThat(one.admits(sender("a"))).isTrue();
  }

  @Test
  void whatHasNoAnswerIsDroppedAndItsSenderHearsSoOnceASecond() {
    Operation stroke = limit.oneWay(NOTHING);
    stroke.admits(sender("a"));
    stroke.admits(sender("a"));

    assertThatThrownBy(() -> stroke.admits(sender("a"))).isInstanceOf(DomainException.class);
    assertThat(stroke.admits(sender("a"))).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> stroke.admits(sender("a"))).isInstanceOf(DomainException.class);
  }

  private Sender sender(String connectionId) {
    return new Sender(connectionId, new Dialect("j"), clock.instant(), Duration.ZERO);
  }
}
