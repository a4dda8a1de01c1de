package dev.moim.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKitServerTest {

  @TempDir Path folder;

  @Test
  void runsUntilClosed() throws Exception {
    Optional<LiveKitCommand> command = LiveKitCommand.installed(System.getenv());
    String reason = "SKIPPED: a real livekit-server; none on the PATH or in the cache folder";
    if (command.isEmpty()) {
      System.out.println(reason);
    }
    Assumptions.assumeTrue(command.isPresent(), reason);

    int port = LiveKitServer.freePort();
    try (LiveKitServer server = start(command.get(), port)) {
      assertThat(server.url()).isEqualTo("ws://127.0.0.1:" + port);
      assertThat(get(port)).isEqualTo(200);
    }
    assertThatThrownBy(() -> get(port)).isInstanceOf(ConnectException.class);
  }

  @Test
  void saysWhatAServerWroteThatDidNotStart() {
    LiveKitCommand broken = new LiveKitCommand(List.of("/bin/sh", "-c", "echo no; exit 1"));

    assertThatThrownBy(() -> start(broken, LiveKitServer.freePort()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no");
  }

  @Test
  void endsWithItsJvmHoweverThatEnds() throws Exception {
    Path pid = folder.resolve("pid");
    // Ignores the first signal, as LiveKit does while somebody is connected.
    String stubborn = "trap 'trap - TERM' TERM; echo $$ > " + pid + "; while :; do sleep 0.1; done";
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartAndWait.class.getName(),
                stubborn,
                folder.resolve("log").toString())
            .inheritIO()
            .start();
    ProcessHandle server = ProcessHandle.of(pidIn(pid)).orElseThrow();

    parent.destroyForcibly();

    assertThat(server.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  private static long pidIn(Path file) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.exists(file) || Files.readString(file).isBlank()) {
      assertThat(System.nanoTime()).as("no server started").isLessThan(deadline);
      Thread.sleep(20);
    }
    return Long.parseLong(Files.readString(file).strip());
  }

  /** A JVM that starts a "server" and is waiting for its port when it is killed. */
  static final class StartAndWait {
    public static void main(String[] args) {
      var config = new LiveKitConfig(LiveKitServer.freePort(), "key", "secret", Optional.empty());
      LiveKitServer.start(
          new LiveKitCommand(List.of("/bin/sh", "-c", args[0])), config, Path.of(args[1]));
    }
  }

  private LiveKitServer start(LiveKitCommand command, int port) {
    var config =
        new LiveKitConfig(port, "key", "a secret of at least thirty-two letters", Optional.empty());
    return LiveKitServer.start(command, config, folder.resolve("log"));
  }

  private static int get(int port) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }
}
