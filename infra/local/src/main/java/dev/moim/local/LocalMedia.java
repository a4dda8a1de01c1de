package dev.moim.local;

import dev.moim.livekit.LiveKitCommand;
import dev.moim.livekit.LiveKitConfig;
import dev.moim.livekit.LiveKitServer;
import dev.moim.local.page.Health;
import dev.moim.shared.kernel.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Group media on this machine: the LiveKit that the environment names (LiveKit Cloud, for
 * instance), else a server started here, else none; then everything but group media works.
 */
public final class LocalMedia implements AutoCloseable {

  /** What whoever started {@code up} reads where there is none. */
  public static final String NONE =
      "No group media: neither LIVEKIT_URL is set, nor livekit-server, Go or Docker found."
          + " Everything else works.";

  /** What they read where it is named, and its keys are not. */
  public static final String NO_KEYS =
      "No group media: LIVEKIT_URL is set, and LIVEKIT_API_KEY or LIVEKIT_API_SECRET is not."
          + " Everything else works.";

  private static final String KEY = "moim";
  private static final int SECRET_LENGTH = 43;

  private static final LocalMedia OFF =
      new LocalMedia(Optional.empty(), Optional.empty(), Map.of());

  private final Optional<LiveKitServer> server;
  private final Optional<String> url;
  private final Map<String, String> environment;

  private LocalMedia(
      Optional<LiveKitServer> server, Optional<String> url, Map<String, String> environment) {
    this.server = server;
    this.url = url;
    this.environment = Map.copyOf(environment);
  }

  /**
   * @param home gets the server's log
   * @param shell the environment {@code up} was started in
   * @param gatewayPort where LiveKit posts its webhooks
   * @param progress told what takes long, and {@link #NONE}
   */
  public static LocalMedia start(
      Path home, Map<String, String> shell, int gatewayPort, Consumer<String> progress)
      throws IOException {
    if (shell.containsKey("LIVEKIT_URL")) {
      return named(shell, progress);
    }
    Optional<LiveKitCommand> command = LiveKitCommand.find(shell, progress);
    if (command.isEmpty()) {
      progress.accept(NONE);
      return OFF;
    }
    String webhook = "http://127.0.0.1:" + gatewayPort + "/api/livekit/webhook";
    var config = new LiveKitConfig(port(), KEY, Ids.base62(SECRET_LENGTH), Optional.of(webhook));
    Path log = Files.createDirectories(home.resolve("log")).resolve("livekit.log");
    Files.deleteIfExists(log);
    try {
      return of(LiveKitServer.start(command.get(), config, log));
    } catch (IllegalStateException failed) {
      progress.accept("No group media: livekit-server did not start; see " + log + ".");
      return OFF;
    }
  }

  private static LocalMedia named(Map<String, String> shell, Consumer<String> progress) {
    Optional<Map<String, String>> secret = LocalSecrets.liveKit(shell);
    if (secret.isEmpty()) {
      progress.accept(NO_KEYS);
      return OFF;
    }
    return new LocalMedia(
        Optional.empty(), Optional.ofNullable(shell.get("LIVEKIT_URL")), secret.get());
  }

  private static LocalMedia of(LiveKitServer server) {
    LiveKitConfig config = server.config();
    return new LocalMedia(
        Optional.of(server),
        Optional.of(server.url()),
        LocalSecrets.liveKit(server.url(), config.apiKey(), config.secret()));
  }

  /** What functions need to know; empty where there is no group media. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Where clients connect; empty where there is no group media. */
  public Optional<String> url() {
    return url;
  }

  /** Lets a server that was started here be watched; nobody else's is ours to judge. */
  void show(Health health) {
    server.ifPresent(started -> health.watch("livekit", started::isAlive));
  }

  @Override
  public void close() {
    server.ifPresent(LiveKitServer::close);
  }

  /** LiveKit's own port if it is free: then a client's default works. */
  private static int port() {
    try (var probe =
        new ServerSocket(LiveKitConfig.DEFAULT_PORT, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException taken) {
      return LiveKitServer.freePort();
    }
  }
}
