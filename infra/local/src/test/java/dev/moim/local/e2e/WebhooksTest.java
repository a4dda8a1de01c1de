package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A call in the running template, and what a tenant's server hears of it, by the libraries that
 * people use.
 */
class WebhooksTest {

  /** Reads what came from its environment. */
  private static final String IN_PYTHON =
      """
      import json, os
      from standardwebhooks import Webhook
      came = json.loads(os.environ["MOIM_RECEIVED"])
      for message in came["messages"]:
          assert Webhook(came["secrets"][0]).verify(message["body"], message["headers"])
      print("genuine:", len(came["messages"]))
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static LocalCloud cloud;
  private static final List<String> SECRETS = new ArrayList<>();

  @BeforeAll
  static void call() throws Exception {
    Path project = Path.of(System.getProperty("moim.root"));
    cloud = LocalCloud.start(LocalOptions.of(project));
    TenantServer tenant = new TenantServer(cloud, "acme");
    URI here = cloud.url().resolve("/_local/webhooks/acme");
    Map<?, ?> made =
        (Map<?, ?>) tenant.post("/v1/webhooks", Map.of("url", here.toString())).get("data");
    SECRETS.add(String.valueOf(made.get("secret")));
    TenantServer.User ann = tenant.user("ann", "");
    Map<String, Object> room = Map.of("roomId", "lobby");
    ann.ask("createRoom", Map.of("roomId", "lobby", "destroy", true, "title", "로비"));
    ann.ask("joinRoom", room);
    ann.ask("leaveRoom", room);
    Patience.until("four messages", () -> received().size() == 4);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void allThatHappenedArrives() {
    assertThat(received().stream().map(it -> Json.parse(it.path("body").asText()).orElseThrow()))
        .allSatisfy(body -> assertThat(body.at("/data/room/title").asText()).isEqualTo("로비"))
        .extracting(body -> body.path("type").asText())
        .containsExactlyInAnyOrder(
            "room.created", "participant.joined", "participant.left", "room.ended");
    assertThat(received())
        .allSatisfy(
            it -> assertThat(it.at("/headers/user-agent").asText()).isEqualTo("Moim-Webhooks/1"));
  }

  @TestFactory
  Stream<DynamicTest> theLibraryOfNpmTakesIt() {
    return NodeScript.with(Map.of("MOIM_RECEIVED", asJson()), Duration.ofMinutes(1))
        .tests("webhooks");
  }

  @Test
  void theLibraryOfPyPiTakesIt() throws Exception {
    String python = Optional.ofNullable(System.getenv("MOIM_PYTHON")).orElse("python3");
    if (run(python, "import standardwebhooks").exitValue() != 0) {
      throw NodeScript.skip("Python has no standardwebhooks (infra/checks/requirements.txt)");
    }
    Process done = run(python, IN_PYTHON);
    String output = new String(done.getInputStream().readAllBytes());
    assertThat(done.exitValue()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("genuine: 4");
  }

  private static Process run(String python, String script) throws Exception {
    ProcessBuilder command = new ProcessBuilder(python, "-c", script).redirectErrorStream(true);
    command.environment().put("MOIM_RECEIVED", asJson());
    Process process = command.start();
    process.waitFor();
    return process;
  }

  private static String asJson() {
    ObjectNode all = Json.object();
    SECRETS.forEach(all.putArray("secrets")::add);
    received().forEach(all.putArray("messages")::add);
    return Json.text(all);
  }

  private static List<JsonNode> received() {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.url().resolve("/_local/webhooks"))
            .header("accept", "application/json")
            .build();
    List<JsonNode> messages = new ArrayList<>();
    try {
      String text = HTTP.send(request, BodyHandlers.ofString()).body();
      Json.parse(text).orElseThrow().path("messages").forEach(messages::add);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return messages;
  }
}
