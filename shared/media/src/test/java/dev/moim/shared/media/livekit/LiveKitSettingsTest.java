package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveKitSettingsTest {

  private static final Map<String, String> CLOUD =
      Map.of("url", "wss://x.livekit.cloud/", "apiKey", "k", "apiSecret", "s");

  @Test
  void takeEitherScheme() {
    LiveKitSettings cloud = LiveKitSettings.read(Json.write(CLOUD));
    assertThat(cloud)
        .isEqualTo(
            new LiveKitSettings("https://x.livekit.cloud", "wss://x.livekit.cloud", "k", "s"));
    assertThat(cloud.toString()).contains("x.livekit.cloud").doesNotContain("s)");

    LiveKitSettings own =
        read(Map.of("url", "http://10.0.0.1:7880", "publicUrl", "https://media.example.org"));
    assertThat(own.apiUrl()).isEqualTo("http://10.0.0.1:7880");
    assertThat(own.clientUrl()).isEqualTo("wss://media.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "url, ''",
    "url, x.livekit.cloud",
    "url, ftp://x.livekit.cloud",
    "url, wss://x/y",
    "url, 'wss://x y'",
    "publicUrl, nowhere",
    "apiKey, ''",
    "apiSecret, ''"
  })
  void nameTheFieldThatIsWrongAndQuoteNothing(String field, String value) {
    assertThatThrownBy(() -> read(Map.of(field, value)))
        .isInstanceOf(FieldException.class)
        .hasMessageStartingWith(field)
        .hasMessageNotContaining(value.isEmpty() ? "\0" : value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the bare secret", "[]", "{\"url\":"})
  void areAJsonObject(String secret) {
    assertThatThrownBy(() -> LiveKitSettings.read(secret)).isInstanceOf(MalformedException.class);
  }

  private static LiveKitSettings read(Map<String, String> changes) {
    Map<String, String> fields = new HashMap<>(CLOUD);
    fields.putAll(changes);
    return LiveKitSettings.read(Json.write(fields));
  }
}
