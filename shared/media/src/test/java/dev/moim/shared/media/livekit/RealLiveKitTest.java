package dev.moim.shared.media.livekit;

import dev.moim.livekit.LiveKitServer;
import dev.moim.shared.media.MediaServer;
import dev.moim.testkit.livekit.RealLiveKit;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RealLiveKitTest implements MediaServerContract {

  private static @Nullable LiveKitServer livekit;
  private static @Nullable MediaServer server;

  @BeforeAll
  static void start() {
    livekit = RealLiveKit.startOrSkip(Optional.empty());
    var config = livekit.config();
    var settings =
        new LiveKitSettings(
            livekit.url().replace("ws:", "http:"), livekit.url(), config.apiKey(), config.secret());
    server = LiveKitMediaServer.connect(() -> settings, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    if (livekit != null) {
      livekit.close();
    }
  }

  @BeforeEach
  void empty() {
    server().delete(ROOM);
  }

  @Override
  public MediaServer server() {
    return Objects.requireNonNull(server);
  }
}
