package dev.moim.shared.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.RateLimits.Limited;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  @Test
  void aSettingChangesSomeOfThem() {
    assertThat(from("")).isEqualTo(RateLimits.DEFAULTS);
    RateLimits changed = from("register=200/1200, chat=1/1");
    assertThat(changed.of(Limited.REGISTER)).isEqualTo(RateLimit.burst(200).perMinute(1200));
    assertThat(changed.of(Limited.CHAT)).isEqualTo(RateLimit.burst(1).perMinute(1));
    assertThat(changed.of(Limited.AUTH)).isEqualTo(RateLimits.DEFAULTS.of(Limited.AUTH));
  }

  @Test
  void aSettingThatMakesNoSenseStopsTheFunction() {
    for (String wrong :
        List.of("register", "register=5", "register=0/5", "register=1/2/3", "a=1/1", "=1/1")) {
      assertThatThrownBy(() -> from(wrong))
          .as(wrong)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("RATE_LIMITS");
    }
  }

  @Test
  void oneTokenTakesItsShareOfAMinute() {
    assertThat(RateLimit.burst(1).perMinute(600).rate().interval())
        .isEqualTo(Duration.ofMillis(100));
    assertThat(RateLimit.burst(1).perMinute(7200).rate().interval())
        .isEqualTo(Duration.ofNanos(8_333_333));
  }

  private static RateLimits from(String setting) {
    return RateLimits.from(new Settings(Map.of("RATE_LIMITS", setting)));
  }
}
