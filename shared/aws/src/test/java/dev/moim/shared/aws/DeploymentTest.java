package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.kernel.Settings;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTest {

  private static final Map<String, String> SETTINGS = Map.of("AWS_REGION", "us-east-1");

  private final Deployment deployment = Deployment.of(new Settings(SETTINGS));

  @Test
  void asksForASettingOnlyWhenWhatItIsForIsUsed() {
    assertThatIllegalStateException()
        .isThrownBy(deployment::sockets)
        .withMessageContaining("SOCKET_ENDPOINT");
    assertThatIllegalStateException()
        .isThrownBy(deployment::timers)
        .withMessageContaining("TIMERS_QUEUE");
  }

  @Test
  void makesAClientOnce() {
    assertThat(deployment.dynamo()).isSameAs(deployment.dynamo());
    assertThat(deployment.with(TestClock.at("2100-01-01T00:00:00Z")).dynamo())
        .isSameAs(deployment.dynamo());
  }

  @Test
  void replacesWhatATestHoldsInItsHands() {
    TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
    RecordingSockets sockets = new RecordingSockets();
    VirtualTimers timers = new VirtualTimers(clock);
    List<Duration> pauses = new ArrayList<>();
    Deployment replaced = deployment.with(clock).with(sockets).with(timers).withPause(pauses::add);

    replaced.pause().accept(Duration.ofDays(1));

    assertThat(replaced.clock().instant()).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(replaced.sockets()).isSameAs(sockets);
    assertThat(replaced.timers()).isSameAs(timers);
    assertThat(pauses).containsExactly(Duration.ofDays(1));
  }

  @Test
  void hasAGraceOfHalfAMinuteUnlessSetOtherwise() {
    Deployment set = Deployment.of(new Settings(Map.of("RECONNECT_GRACE_SECONDS", "7")));

    assertThat(deployment.reconnectGrace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(set.reconnectGrace()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void pingsEveryFiveMinutesUnlessSetOtherwise() {
    Deployment set = Deployment.of(new Settings(Map.of("PING_SECONDS", "540")));

    assertThat(deployment.pingInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(set.pingInterval()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void readsTheTokenSecretFromItsSetting() {
    String key = "k".repeat(32);
    Deployment set = Deployment.of(new Settings(Map.of("TOKEN_SECRET", key)));

    assertThat(set.tokenSecret().get()).isEqualTo(key);
  }

  @Test
  void isUnavailableToWhoeverNeedsATokenSecretThatIsMissingOrShort() {
    Deployment shortKey = Deployment.of(new Settings(Map.of("TOKEN_SECRET", "k".repeat(31))));

    for (Deployment bad : List.of(deployment, shortKey)) {
      assertThatThrownBy(bad.tokenSecret()::get)
          .isInstanceOfSatisfying(
              DomainException.class,
              refused -> assertThat(refused.code()).isEqualTo(ServiceError.SERVICE_UNAVAILABLE));
    }
  }
}
