package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.Timers.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimerActionsTest {

  private final List<Timer> pings = new ArrayList<>();
  private final List<Timer> retries = new ArrayList<>();
  private final TimerActions actions =
      new TimerActions().on("ping", pings::add).on("retry", retries::add);

  @Test
  void aTimerDoesWhatItsKindSays() {
    Timer ping = new Timer("ping", Map.of("connectionId", "c1"));
    actions.run(ping);
    assertThat(pings).containsExactly(ping);
    assertThat(retries).isEmpty();
  }

  @Test
  void aTimerOfAnUnknownKindIsLeftToDeadLetters() {
    Timer unknown = new Timer("pong", Map.of());
    assertThatThrownBy(() -> actions.run(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pong");
  }

  @Test
  void aKindHasOneAction() {
    assertThatThrownBy(() -> actions.on("ping", retries::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ping");
  }
}
