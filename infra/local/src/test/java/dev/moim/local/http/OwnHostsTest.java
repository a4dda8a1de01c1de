package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.GatewayOptions;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.Script;
import dev.moim.local.http.RawHttp.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page whose name was made to resolve to this machine learns nothing here. */
class OwnHostsTest {

  private static final String TEMPLATE =
      """
      Resources:
        LicensesTable:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: licenseId, AttributeType: S}]
            KeySchema: [{AttributeName: licenseId, KeyType: HASH}]
        Api:
          Type: AWS::Serverless::HttpApi
          Properties: {CorsConfiguration: {AllowOrigins: ["http://localhost:3000"]}}
        Echo:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            AutoPublishAlias: live
            Environment: {Variables: {SCRIPT: Echo}}
            Events:
              List: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /things, Method: GET}}
        Socket:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            StageName: calls
            RouteSelectionExpression: $request.body.eventOp
            Routes: {$default: {FunctionArn: !Ref Echo.Alias}}
      """;

  private static LocalCloud cloud;

  @BeforeAll
  static void start(@TempDir Path project) throws IOException {
    Files.writeString(project.resolve("template.yaml"), TEMPLATE);
    Files.createDirectories(project.resolve("web"));
    Files.writeString(project.resolve("web/index.html"), "the console");
    Files.createDirectories(project.resolve("infra"));
    Files.writeString(project.resolve("infra/openapi.yaml"), "openapi: 3.1.0");
    cloud =
        LocalCloud.start(
            LocalOptions.of(project)
                .gateways(
                    GatewayOptions.DEFAULTS.origins(
                        List.of(Origin.of("https://dev.moim.test:3291")))));
    Script.on("Echo", (event, context) -> Script.body("ok"));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/docs",
        "/docs/openapi.json",
        "/_local/health",
        "/_local/counts",
        "/_local/trial-license",
        "/_local/access-token?sub=minji",
        "/things",
        "/calls/@connections/abc",
        "/nowhere"
      })
  void nothingIsAnsweredUnderAnotherName(String path) throws IOException {
    Answer answer = get(path, "evil.example:3000");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(get(path, "localhost:3000").status()).isNotEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LocalHost:3000, 200",
    "127.0.0.1:3000, 200",
    "[::1]:3000, 200",
    "evil.example, 403",
    "localhost.evil.example:3000, 403",
    "evil-localhost, 403",
    "127.0.0.1.evil.example, 403",
    "127.0.0.2, 403",
    "[::2], 403",
    "localhost., 403"
  })
  void ownNamesAreTheLoopbackOnesWithAnyPort(String host, int status) throws IOException {
    assertThat(get("/_local/health", host).status()).isEqualTo(status);
  }

  @Test
  void hostOfAnAllowedOriginIsAsGood() throws IOException {
    assertThat(get("/_local/health", "dev.moim.test").status()).isEqualTo(200);
    assertThat(get("/_local/health", "other.moim.test").status()).isEqualTo(403);
  }

  /** A browser asks before it sends; the answer of the API itself must allow it as well. */
  @Test
  void pagesOfAnAllowedOriginMayCallApisThatHaveCors() throws IOException {
    String origin = "Origin: https://dev.moim.test:3291";
    String allowed = "access-control-allow-origin: https://dev.moim.test:3291";
    assertThat(get("/things", "localhost", origin).head()).contains(allowed);
    assertThat(get("/things", "localhost", "Origin: https://dev.moim.test").head())
        .doesNotContain("access-control-allow-origin");
  }

  /** Whatever names the host: the request line's own address counts, as HTTP has it. */
  @Test
  void absoluteAddressCountsAsTheHost() throws IOException {
    Answer answer =
        RawHttp.send(
            cloud.url(), "GET http://evil.example/_local/health HTTP/1.1", "Host: evil.example");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void socketsDoNotOpenUnderAnotherName() throws IOException {
    assertThat(upgrade("evil.example").status()).isEqualTo(403);
    assertThat(upgrade("evil.example").body()).isEqualTo("{\"message\":\"Forbidden\"}");
  }

  private static Answer get(String path, String host, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: " + host));
    lines.addAll(List.of(headers));
    return RawHttp.send(cloud.url(), lines.toArray(String[]::new));
  }

  private static Answer upgrade(String host) throws IOException {
    return RawHttp.send(
        cloud.url(),
        "GET /calls HTTP/1.1",
        "Host: " + host,
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
  }
}
