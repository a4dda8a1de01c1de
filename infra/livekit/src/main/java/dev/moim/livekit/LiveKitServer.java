package dev.moim.livekit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A LiveKit server in a child process. It ends with {@link #close}, and with this JVM however that
 * ends.
 */
public final class LiveKitServer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  /**
   * Runs the server until it ends or standard input does, which the death of its parent closes too.
   * To the first signal LiveKit answers by waiting until everybody has left; a second one ends it.
   */
  private static final String WHILE_PARENT_LIVES =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      server=$!
      { cat <&3 >/dev/null
        kill $server; sleep 0.2; kill $server; sleep 1; kill -9 $server
      } 2>/dev/null &
      exec 3<&-
      wait $server
      """;

  private final Process process;
  private final LiveKitConfig config;

  private LiveKitServer(Process process, LiveKitConfig config) {
    this.process = process;
    this.config = config;
  }

  /**
   * Returns once the server accepts connections.
   *
   * @param log gets what the server writes
   * @throws IllegalStateException if it does not come up
   */
  public static LiveKitServer start(LiveKitCommand command, LiveKitConfig config, Path log) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WHILE_PARENT_LIVES, "livekit"));
    words.addAll(command.words());
    ProcessBuilder child =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // In the environment and not among the arguments, which every user of the machine can list.
    child.environment().put("LIVEKIT_CONFIG", config.yaml());
    try {
      LiveKitServer server = new LiveKitServer(child.start(), config);
      server.awaitOpenPort(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.words().getFirst(), e);
    }
  }

  /** For clients on this machine; the API is at the same place by {@code http://}. */
  public String url() {
    return "ws://127.0.0.1:" + config.port();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public LiveKitConfig config() {
    return config;
  }

  /** Three free ports in a row, the first of which this is. */
  public static int freePort() {
    for (int attempt = 0; attempt < 20; attempt++) {
      try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          var second = new ServerSocket(first.getLocalPort() + 1)) {
        return second.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException taken) {
        // The port after a free one may be in use; then another pair is tried.
      }
    }
    throw new IllegalStateException("no two free ports in a row");
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException closed) {
      // The shell is gone, and with it the server.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitOpenPort(Path log) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (isOpen()) {
        return;
      }
      pause();
    }
    close();
    throw new IllegalStateException("livekit-server did not start: " + Files.readString(log));
  }

  private boolean isOpen() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void pause() {
    try {
      process.waitFor(25, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
