package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moim.local.Json;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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

  /** Runs the lines of README.md, with as much of FastAPI as they ask for. */
  private static final String IN_PYTHON =
      """
      import asyncio, json, os, re
      from standardwebhooks.webhooks import WebhookVerificationError
      came = json.loads(os.environ["MOIM_RECEIVED"])
      os.environ["WEBHOOK_SECRET"] = came["secrets"][0]
      class Request:
          def __init__(self, body, headers):
              self.text, self.headers = body, headers
          async def body(self):
              return self.text.encode()
      class App:
          def post(self, path, status_code):
              assert (path, status_code) == ("/moim", 204)
              return lambda handler: handler
      app = App()
      readme = open(os.environ["MOIM_README"], encoding="utf-8").read()
      lines = re.search(r"```python\\n(from standardwebhooks .*?)```", readme, re.DOTALL)[1]
      assert len(lines.splitlines()) <= 5
      exec(lines)
      for message in came["messages"]:
          asyncio.run(moim(Request(message["body"], message["headers"])))
          try:
              asyncio.run(moim(Request(message["body"] + " ", message["headers"])))
          except WebhookVerificationError:
              continue
          raise AssertionError("forged")
      print("genuine:", len(came["messages"]))
      """;

  private static final Path README = Path.of(System.getProperty("moim.root"), "README.md");
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
    Map<String, String> environment =
        Map.of("MOIM_RECEIVED", asJson(), "MOIM_README", README.toString());
    return NodeScript.with(environment, Duration.ofMinutes(1)).tests("webhooks");
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

  @Test
  void theLibraryOfMavenCentralTakesIt() throws Exception {
    Webhook webhook = new Webhook(SECRETS.getFirst());
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/moim", exchange -> answer(exchange, webhook));
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/moim");
      for (JsonNode message : received()) {
        String body = message.path("body").asText();
        assertThat(post(address, message, body)).isEqualTo(204);
        assertThat(post(address, message, body + " ")).isEqualTo(400);
      }
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Webhook webhook) throws IOException {
    int status;
    try {
      status = new ReadmeReceiver().genuine(exchange, webhook).isEmpty() ? 500 : 204;
    } catch (WebhookVerificationException forged) {
      status = 400;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static int post(URI address, JsonNode message, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
    message
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void theReadmeHasTheLinesOfJavaThatWereTried() throws IOException {
    Path source = Path.of("src/test/java/dev/moim/local/e2e/ReadmeReceiver.java");
    String tried = Files.readString(source);
    String method = tried.substring(tried.indexOf("  String genuine("), tried.lastIndexOf('}'));
    String readme = Files.readString(README);
    int from = readme.indexOf("String genuine(");
    String told = readme.substring(from, readme.indexOf("```", from));
    assertThat(told).hasLineCount(5).isEqualToNormalizingWhitespace(method);
  }

  private static Process run(String python, String script) throws Exception {
    ProcessBuilder command = new ProcessBuilder(python, "-c", script).redirectErrorStream(true);
    command.environment().put("MOIM_RECEIVED", asJson());
    command.environment().put("MOIM_README", README.toString());
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
