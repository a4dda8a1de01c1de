package dev.moim.testkit.livekit;

import dev.moim.livekit.LiveKitCommand;
import dev.moim.livekit.LiveKitConfig;
import dev.moim.livekit.LiveKitServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real LiveKit server for tests, where this machine has one. */
public final class RealLiveKit {

  private static final String MISSING =
      "SKIPPED: tests against a real livekit-server; none on the PATH or in the cache folder"
          + " (./moim up builds one where Go is installed)";

  private RealLiveKit() {}

  /**
   * Skips the calling test, with one printed reason, where there is none.
   *
   * @param webhook where its events are posted
   */
  public static LiveKitServer startOrSkip(Optional<String> webhook) {
    Optional<LiveKitCommand> command = LiveKitCommand.installed(System.getenv());
    if (command.isEmpty()) {
      System.out.println(MISSING);
    }
    Assumptions.assumeTrue(command.isPresent(), MISSING);
    var config =
        new LiveKitConfig(LiveKitServer.freePort(), FakeLiveKit.KEY, FakeLiveKit.SECRET, webhook);
    try {
      Path log = Files.createTempFile("livekit", ".log");
      log.toFile().deleteOnExit();
      return LiveKitServer.start(command.orElseThrow(), config, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
