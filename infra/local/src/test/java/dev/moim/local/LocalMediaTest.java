package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.livekit.LiveKitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMediaTest {

  @TempDir Path home;
  private final List<String> progress = new ArrayList<>();

  @Test
  void usesTheLiveKitThatIsGivenAndStartsNone() throws IOException {
    Map<String, String> given =
        Map.of(
            "LIVEKIT_URL", "wss://x.livekit.cloud",
            "LIVEKIT_API_KEY", "k",
            "LIVEKIT_API_SECRET", "s",
            "PATH", "/nowhere");

    try (LocalMedia media = start(given)) {
      assertThat(media.url()).contains("wss://x.livekit.cloud");
      assertThat(media.environment()).containsOnlyKeys("LIVEKIT_SECRET");
      assertThat(secret(media))
          .isEqualTo(Map.of("url", "wss://x.livekit.cloud", "apiKey", "k", "apiSecret", "s"));
    }
    assertThat(progress).isEmpty();
  }

  @Test
  void saysOnceThatThereIsNone() throws IOException {
    try (LocalMedia media = start(Map.of("PATH", "/nowhere", "HOME", home.toString()))) {
      assertThat(media.environment()).isEmpty();
      assertThat(media.url()).isEmpty();
    }
    assertThat(progress).containsExactly(LocalMedia.NONE);
  }

  @Test
  void aServerThatDoesNotStartKeepsNothingElseFromRunning() throws IOException {
    Path broken = Files.writeString(home.resolve("livekit-server"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (LocalMedia media = start(Map.of("PATH", home.toString()))) {
      assertThat(media.url()).isEmpty();
    }
    assertThat(progress).singleElement().asString().contains("did not start", "livekit.log");
  }

  @Test
  void startsAServerWithKeysOfItsOwn() throws IOException {
    String reason = "SKIPPED: a local livekit-server; none on the PATH or in the cache folder";
    if (LiveKitCommand.installed(System.getenv()).isEmpty()) {
      System.out.println(reason);
    }
    Assumptions.assumeTrue(LiveKitCommand.installed(System.getenv()).isPresent(), reason);
    Map<String, String> shell = new HashMap<>(System.getenv());
    shell.keySet().removeIf(name -> name.startsWith("LIVEKIT_"));

    String first;
    try (LocalMedia media = start(shell)) {
      assertThat(media.url()).get().asString().startsWith("ws://127.0.0.1:");
      first = secret(media).get("apiSecret");
      assertThat(first).hasSize(43);
    }
    try (LocalMedia media = start(shell)) {
      assertThat(secret(media).get("apiSecret")).isNotEqualTo(first);
    }
  }

  @Test
  void saysWhenOneIsNamedWithoutItsKeys() throws IOException {
    Map<String, String> given =
        Map.of("LIVEKIT_URL", "wss://x.livekit.cloud", "LIVEKIT_API_KEY", "", "PATH", "/nowhere");

    try (LocalMedia media = start(given)) {
      assertThat(media.environment()).isEmpty();
      assertThat(media.url()).isEmpty();
    }
    assertThat(progress).containsExactly(LocalMedia.NO_KEYS);
  }

  @Test
  void turnServersOfAShellAreOneSecretToo() {
    assertThat(LocalSecrets.turn(Map.of("TURN_URLS", "turn:a,turns:b", "TURN_SECRET", "north")))
        .hasEntrySatisfying(
            "TURN_SECRET",
            json ->
                assertThat(fields(json))
                    .isEqualTo(Map.of("urls", "turn:a,turns:b", "secret", "north")));
    assertThat(LocalSecrets.turn(Map.of("TURN_URLS", "turn:a"))).isEmpty();
    assertThat(LocalSecrets.turn(Map.of("TURN_SECRET", "north"))).isEmpty();
  }

  private static Map<String, String> secret(LocalMedia media) {
    return fields(media.environment().get("LIVEKIT_SECRET"));
  }

  private static Map<String, String> fields(String json) {
    Map<String, String> fields = new HashMap<>();
    Json.parse(json)
        .orElseThrow()
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    return fields;
  }

  private LocalMedia start(Map<String, String> shell) throws IOException {
    return LocalMedia.start(home, shell, 3000, progress::add);
  }
}
