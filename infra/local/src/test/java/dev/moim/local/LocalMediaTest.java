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
      assertThat(media.environment())
          .containsOnlyKeys("LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET");
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
      first = media.environment().get("LIVEKIT_API_SECRET");
      assertThat(first).hasSize(43);
    }
    try (LocalMedia media = start(shell)) {
      assertThat(media.environment().get("LIVEKIT_API_SECRET")).isNotEqualTo(first);
    }
  }

  private LocalMedia start(Map<String, String> shell) throws IOException {
    return LocalMedia.start(home, shell, 3000, progress::add);
  }
}
