package dev.moim.checks.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.checks.Deployed;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions that never ask LiveKit do not carry its client. Which do is what they are told its
 * secret for: without that, asking is refused before a class of LiveKit's is loaded.
 */
class MediaJarsTest {

  /** LiveKit's client, and what comes with it alone. */
  private static final List<String> CLIENT =
      List.of("io/livekit/", "livekit/", "retrofit2/", "okhttp3/", "okio/", "kotlin/");

  @Test
  void whoeverIsToldTheSecretHasTheClientAndNobodyElse() {
    Set<String> withSecret = new TreeSet<>();
    Set<String> withClient = new TreeSet<>();
    for (Deployed template : Deployed.all()) {
      assertThat(
              variables(template.source().path("Globals").path("Function"))
                  .has(PackedJar.ASKS_LIVEKIT))
          .as("Globals of %s", template.path())
          .isFalse();
      template
          .source()
          .path("Resources")
          .properties()
          .forEach(resource -> {
            String name = template.path() + " " + resource.getKey();
            JsonNode properties = resource.getValue().path("Properties");
            if (variables(properties).has(PackedJar.ASKS_LIVEKIT)) {
              withSecret.add(name);
            }
            if (properties.path("CodeUri").asText().endsWith("-media.jar")) {
              withClient.add(name);
            }
          });
    }

    assertThat(withSecret).isNotEmpty().isEqualTo(withClient);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls", "rooms", "studies"})
  void ofTwoJarsOneHasTheClient(String family) throws IOException {
    assertThat(packed(PackedJar.media(family))).contains("io/livekit/", "okhttp3/");
    assertThat(packed(family)).isEmpty();
  }

  private static JsonNode variables(JsonNode function) {
    return function.path("Environment").path("Variables");
  }

  private static Set<String> packed(String name) throws IOException {
    try (JarFile jar = new JarFile(PackedJar.named(name).toFile())) {
      Set<String> entries =
          jar.stream().map(JarEntry::getName).collect(Collectors.toUnmodifiableSet());
      return CLIENT.stream()
          .filter(part -> entries.stream().anyMatch(entry -> entry.startsWith(part)))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
