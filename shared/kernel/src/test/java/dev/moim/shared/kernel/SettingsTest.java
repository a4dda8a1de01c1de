package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Settings settings =
      new Settings(
          Map.of("NAME", "moim", "EMPTY", "", "BLANK", " ", "SIZE", " 7 ", "URLS", "a, b,,c "));

  @Test
  void readsWhatIsSet() {
    assertThat(settings.require("NAME")).isEqualTo("moim");
    assertThat(settings.number("SIZE", 1)).isEqualTo(7);
    assertThat(settings.seconds("SIZE", Duration.ZERO)).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.list("URLS")).containsExactly("a", "b", "c");
  }

  @Test
  void anEmptyValueCountsAsUnset() {
    for (String name : new String[] {"EMPTY", "BLANK", "ABSENT"}) {
      assertThat(settings.find(name)).isEmpty();
      assertThat(settings.number(name, 3)).isEqualTo(3);
      assertThat(settings.seconds(name, Duration.ofSeconds(30))).hasSeconds(30);
      assertThat(settings.list(name)).isEmpty();
      assertThatThrownBy(() -> settings.require(name))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("setting " + name + " is not set");
    }
  }

  @Test
  void namesTheSettingThatIsNoNumber() {
    assertThatThrownBy(() -> settings.number("NAME", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("setting NAME must be a whole number");
    assertThatThrownBy(() -> settings.seconds("NAME", Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("setting NAME must be a whole number");
  }

  @Test
  void keepsItsOwnCopy() {
    Map<String, String> variables = new HashMap<>(Map.of("NAME", "before"));
    Settings copy = new Settings(variables);
    variables.put("NAME", "after");
    assertThat(copy.require("NAME")).isEqualTo("before");
  }

  @Test
  void namesItsSettingsButShowsNoValue() {
    assertThat(new Settings(Map.of("TURN_SECRET", "s3cret", "A", "1")))
        .hasToString("Settings[A, TURN_SECRET]");
  }
}
