package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.LocalSecrets;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two tenants in the running template: what their servers see of rooms on sockets and on HTTP. */
class TenantSessionsTest {

  private static final String CHROME =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 11_1_0) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/87.0.4280.88 Safari/537.36";

  private static FakeLiveKit livekit;
  private static LocalCloud cloud;

  @BeforeAll
  static void start() {
    livekit = FakeLiveKit.start(Clock.systemUTC());
    Map<String, String> environment =
        LocalSecrets.liveKit(livekit.url(), FakeLiveKit.KEY, FakeLiveKit.SECRET);
    Path project = Path.of(System.getProperty("moim.root"));
    cloud =
        LocalCloud.start(
            LocalOptions.of(project)
                .environment(environment)
                .gateways(Shuffle.ofProperties().gateways()));
  }

  @AfterAll
  static void stop() {
    cloud.close();
    livekit.close();
  }

  @Test
  void theDocumentsOwnCallsWork() throws Exception {
    TenantServer tenant = new TenantServer(cloud, "trial");
    tenant.user("gdsfagasd", CHROME).ask("createRoom", Map.of("roomId", "r", "destroy", false));

    List<JsonNode> answers =
        DocumentScript.run(
            "licenses-scenario.sh",
            cloud.url().toString(),
            tenant.accessKey(),
            tenant.secretKey(),
            "r");

    assertThat(answers).hasSize(4).allMatch(answer -> answer.path("status").asBoolean());
    assertThat(answers.get(1).at("/data/domain").asText()).isEqualTo("trial");
    assertThat(answers.get(2).at("/data/0/roomName").asText()).isEqualTo("r");
    assertThat(answers.get(3).at("/data/status").asText()).isEqualTo("WAIT");
  }

  @Test
  void eachTenantSeesItsOwnSessionsAsTheyAre() throws Exception {
    TenantServer first = new TenantServer(cloud, "alpha.example");
    TenantServer second = new TenantServer(cloud, "beta.example");
    Map<String, Object> room = Map.of("roomId", "shared", "destroy", true, "capacity", 9);
    Map<String, Object> shared = Map.of("roomId", "shared");

    TenantServer.User ann = first.user("ann", CHROME);
    TenantServer.User ben = first.user("ben", "");
    TenantServer.User eve = second.user("ann", "");
    ann.ask("createRoom", room);
    assertThat(first.sessions()).isEqualTo(Map.of("shared", List.of()));
    assertThat(second.sessions()).isEmpty();

    eve.ask("createRoom", room);
    eve.ask("joinRoom", shared);
    ann.ask("joinRoom", shared);
    ben.ask("joinRoom", shared);
    assertThat(first.sessions().get("shared"))
        .containsExactly("ann active Chrome 87.0.4280.88 on OS X 11.1.0 64-bit", "ben active");
    assertThat(second.sessions()).isEqualTo(Map.of("shared", List.of("ann active")));
    assertThat(first.room("shared").get("status")).isEqualTo("ON_GOING");
    assertThat(second.room("shared").get("status")).isEqualTo("WAIT");

    ben.ask("leaveRoom", shared);
    assertThat(first.sessions().get("shared")).hasSize(1);
    assertThat(second.sessions().get("shared")).hasSize(1);
    ann.ask("leaveRoom", shared);
    assertThat(first.sessions()).isEmpty();
    assertThat(first.get("/v1/sessions/shared").statusCode()).isEqualTo(404);
    assertThat(second.sessions()).hasSize(1);
  }

  @Test
  void roomsOfBothFamiliesAreShown() throws Exception {
    TenantServer first = new TenantServer(cloud, "gamma.example");
    TenantServer second = new TenantServer(cloud, "delta.example");
    first.user("ann", "").ask("createRoom", Map.of("roomId", "한글방", "destroy", true));

    Map<String, Object> created = first.post("/api/room/create", Map.of("userName", "host"));
    String roomId = String.valueOf(created.get("roomId"));
    assertThat(first.sessions().keySet()).containsExactlyInAnyOrder("한글방", roomId);
    assertThat(first.sessions().get(roomId)).singleElement().asString().startsWith("host inactive");
    assertThat(first.room("%ED%95%9C%EA%B8%80%EB%B0%A9").get("roomName")).isEqualTo("한글방");

    var host = livekit.connect(String.valueOf(created.get("token")));
    deliver(livekit.webhooks().getLast());
    assertThat(first.sessions().get(roomId)).singleElement().asString().startsWith("host active");
    assertThat(first.room(roomId).get("user")).isEqualTo(1);

    livekit.disconnect(host);
    deliver(livekit.webhooks().getLast());
    assertThat(first.sessions().get(roomId)).isEmpty();
    assertThat(second.sessions()).isEmpty();
    assertThat(second.get("/v1/sessions/" + roomId).statusCode()).isEqualTo(404);
  }

  private static void deliver(SignedWebhook webhook) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.url().resolve("/api/livekit/webhook"))
            .header("authorization", webhook.authorization())
            .header("content-type", "application/webhook+json")
            .POST(HttpRequest.BodyPublishers.ofString(webhook.body()))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
