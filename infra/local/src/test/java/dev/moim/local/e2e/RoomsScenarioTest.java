package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.livekit.LiveKitServer;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.LocalSecrets;
import dev.moim.testkit.livekit.RealLiveKit;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rooms API against a real LiveKit server, webhooks included. */
class RoomsScenarioTest {

  private static final Path PROJECT = Path.of(System.getProperty("moim.root"));

  @Test
  void theDocumentsOwnScenarioPasses() throws Exception {
    int port = freePort();
    String webhook = "http://127.0.0.1:" + port + "/api/livekit/webhook";
    try (LiveKitServer livekit = RealLiveKit.startOrSkip(Optional.of(webhook));
        LocalCloud cloud = LocalCloud.start(options(port, livekit))) {
      List<JsonNode> answers = DocumentScript.run("rooms-scenario.sh", cloud.url().toString());

      assertThat(answers).hasSize(5);
      String roomId = answers.get(0).path("roomId").asText();
      assertThat(answers.get(0).path("livekitUrl").asText()).isEqualTo(livekit.url());
      assertThat(answers.get(1).path("token").asText()).startsWith("eyJhbGciOiJIUzI1NiJ9.");
      assertThat(answers.get(2).path("roomTopic").asText()).isEqualTo("Test Room");
      assertThat(answers.get(3).path("total").asInt()).isEqualTo(1);
      assertThat(answers.get(3).at("/rooms/0/roomId").asText()).isEqualTo(roomId);
      assertThat(answers.get(4).path("status").asText()).isEqualTo("ok");
      awaitWebhook(cloud);
    }
  }

  /** LiveKit posts {@code room_started} on its own; the function must have been invoked. */
  private static void awaitWebhook(LocalCloud cloud) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!webhookArrived(cloud)) {
      assertThat(System.nanoTime()).as("still no webhook").isLessThan(deadline);
      Thread.sleep(20);
    }
    cloud.awaitIdle();
  }

  private static boolean webhookArrived(LocalCloud cloud) {
    return cloud.counts().snapshot().toString().contains("Rooms-WebhookFunction");
  }

  private static LocalOptions options(int port, LiveKitServer livekit) {
    return LocalOptions.of(PROJECT)
        .port(port)
        .environment(
            LocalSecrets.liveKit(
                livekit.url(), livekit.config().apiKey(), livekit.config().secret()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
