package dev.moim.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKitCommandTest {

  @TempDir Path home;
  private Path bin;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void setUp() throws IOException {
    bin = Files.createDirectory(home.resolve("bin"));
  }

  @Test
  void prefersTheServerOnThePath() throws IOException {
    Path cached = program(home.resolve(".cache/moim/livekit-server-1.13.5"), "");
    Path onPath = program(bin.resolve("livekit-server"), "");

    assertThat(find()).containsExactly(onPath.toString());
    Files.delete(onPath);
    assertThat(find()).containsExactly(cached.toString());
    assertThat(progress).isEmpty();
  }

  @Test
  void buildsOnceIntoTheCacheAndSaysSo() throws IOException {
    program(bin.resolve("go"), "echo built > $GOBIN/server; chmod +x $GOBIN/server");
    Path cached = home.resolve(".cache/moim/livekit-server-1.13.5");

    assertThat(find()).containsExactly(cached.toString());
    assertThat(progress).hasSize(2).first().asString().contains("Building livekit-server 1.13.5");
    try (var files = Files.list(cached.getParent())) {
      assertThat(files).as("nothing of the build is left").containsExactly(cached);
    }

    assertThat(find()).containsExactly(cached.toString());
    assertThat(progress).as("built once").hasSize(2);
  }

  @Test
  void usesDockerWhereTheBuildFailsAndAnEngineRuns() throws IOException {
    program(bin.resolve("go"), "exit 1");
    program(bin.resolve("docker"), "exit 0");

    assertThat(find()).contains("run", "livekit/livekit-server:v1.13.5");
    assertThat(progress).last().asString().startsWith("Could not build");
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    assertThat(find()).isEmpty();
    program(bin.resolve("docker"), "exit 1");
    assertThat(find()).as("a client without its engine").isEmpty();
  }

  private List<String> find() {
    return LiveKitCommand.find(
            Map.of("PATH", bin.toString(), "HOME", home.toString()), progress::add)
        .map(LiveKitCommand::words)
        .orElse(List.of());
  }

  private static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
