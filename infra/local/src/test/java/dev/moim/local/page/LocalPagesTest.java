package dev.moim.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.local.TrialLicense;
import dev.moim.local.http.Call;
import dev.moim.shared.people.jwt.UserTokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the local runtime itself: health, counts, trial license, API docs. */
class LocalPagesTest {

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start("Resources:\n" + Script.function("Work", 3));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void healthIs200WhenReadyAnd503Before() {
    assertThat(cloud.get("/_local/health").statusCode()).isEqualTo(200);
    Health health = new Health();
    ControlEndpoint control = new ControlEndpoint(cloud.cloud().counts(), health);
    assertHealth(control, 503, "{\"message\":\"starting\",\"parts\":{}}");
    assertThat(control.answer(call("/anything", "")).orElseThrow().status()).isEqualTo(503);
    health.ready(true);
    assertHealth(control, 200, "{\"message\":\"ready\",\"parts\":{}}");
    assertThat(control.answer(call("/anything", ""))).isEmpty();
  }

  @Test
  void healthNamesThePartsThatAreDownAndServesOn() {
    Health health = new Health();
    ControlEndpoint control = new ControlEndpoint(cloud.cloud().counts(), health);
    AtomicBoolean up = new AtomicBoolean(true);
    health.watch("queues", () -> true);
    health.watch("dynamodb", up::get);
    health.ready(true);
    assertHealth(
        control, 200, "{\"message\":\"ready\",\"parts\":{\"dynamodb\":\"up\",\"queues\":\"up\"}}");
    up.set(false);
    assertHealth(
        control,
        503,
        "{\"message\":\"down: dynamodb\",\"parts\":{\"dynamodb\":\"down\",\"queues\":\"up\"}}");
    assertThat(control.answer(call("/anything", ""))).isEmpty();
  }

  @Test
  void countsAreShownAndReset() throws InterruptedException {
    Script.on("Work", (event, context) -> Map.of());
    cloud.cloud().invoke("Work", Map.of()).join();
    cloud.cloud().awaitIdle();
    JsonNode counts = Json.parse(cloud.get("/_local/counts").body()).orElseThrow();
    assertThat(counts.toString())
        .isEqualTo(
            "{\"invocations\":{\"Work\":1},\"running\":0,\"messagesIn\":0,\"messagesOut\":0,"
                + "\"messages\":0,\"posts\":0}");
    assertThat(cloud.post("/_local/counts/reset", "").statusCode()).isEqualTo(204);
    assertThat(cloud.get("/_local/counts").body()).contains("\"invocations\":{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/", "/docs/sockets", "/docs/docs.js", "/docs/docs.css"})
  void docsComeFromHereAlone(String path) {
    var page = cloud.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("https://").doesNotContain("http://");
  }

  @ParameterizedTest
  @CsvSource({"/docs, script-src 'self'", "/docs/sockets, script-src 'self' 'unsafe-eval'"})
  void docsMayLoadFromHereOnly(String path, String scripts) {
    String policy = cloud.get(path).headers().firstValue("content-security-policy").orElseThrow();
    assertThat(policy.split("; ?"))
        .contains(scripts, "default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({"asyncapi", "openapi"})
  void docsServeTheProjectsDocumentsAsJsonAndAsTheyAre(String name) throws IOException {
    Path folder = Path.of(System.getProperty("moim.root"), "infra");
    Docs docs = new Docs(folder);
    var reply = docs.answer(call("/docs/" + name + ".json", "")).orElseThrow();
    JsonNode json = Json.parse(new String(reply.body(), StandardCharsets.UTF_8)).orElseThrow();
    assertThat(json.path(name).asText()).startsWith("3.");
    var yaml = docs.answer(call("/docs/" + name + ".yaml", "")).orElseThrow();
    assertThat(new String(yaml.body(), StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(folder.resolve(name + ".yaml")));
  }

  @Test
  void missingDocumentIsNotFound() {
    assertThat(cloud.get("/docs/asyncapi.json").statusCode()).isEqualTo(404);
    assertThat(cloud.get("/docs/asyncapi.yaml").statusCode()).isEqualTo(404);
  }

  @Test
  void trialLicenseIsShownAndNotKept() {
    var trial = new TrialLicense("KP-1", "key", "access", "secret", "trial", 10);
    var endpoint = new TrialLicenseEndpoint(trial);
    var reply = endpoint.answer(call("/_local/trial-license", "")).orElseThrow();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).contains(Map.entry("cache-control", "no-store"));
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"cpCode\":\"KP-1\",\"authKey\":\"key\","
                + "\"accessKey\":\"access\",\"secretKey\":\"secret\"}");
    assertThat(endpoint.answer(call("/_local/trial-license/x", ""))).isEmpty();
  }

  @Test
  void anybodyOnThisMachineGetsATokenInTheirName() {
    var tokens = new UserTokens(() -> "secret", Clock.systemUTC());
    var endpoint = new AccessTokenEndpoint(tokens);
    var reply =
        endpoint.answer(call("/_local/access-token", "sub=minji&name=%EB%AF%BC+A")).orElseThrow();
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    String token = Json.parse(text).orElseThrow().path("accessToken").asText();
    assertThat(tokens.ofAccess(token)).contains(new UserTokens.Bearer("minji", "민 A", null));
    assertThat(tokens.ofTicket(token)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sub=a, 200", "name=a, 400", "sub=, 400", "sub=%zz, 400"})
  void accessTokensNeedTheNameOfSomebody(String query, int status) {
    var endpoint = new AccessTokenEndpoint(new UserTokens(() -> "secret", Clock.systemUTC()));
    var reply = endpoint.answer(call("/_local/access-token", query)).orElseThrow();
    assertThat(reply.status()).isEqualTo(status);
  }

  private static void assertHealth(ControlEndpoint control, int status, String body) {
    var reply = control.answer(call("/_local/health", "")).orElseThrow();
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(reply.status()).isEqualTo(status);
  }

  private static Call call(String path, String query) {
    return new Call(
        "GET", path, query, "HTTP/1.1", "host", "::1", Map.of(), InputStream.nullInputStream());
  }
}
