package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.http.RawHttp.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Licenses:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: licenseId, AttributeType: S}]
            KeySchema: [{AttributeName: licenseId, KeyType: HASH}]
        Api: {Type: AWS::Serverless::HttpApi}
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
    cloud = LocalCloud.start(LocalOptions.of(project));
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

  private static Answer get(String path, String host) throws IOException {
    return RawHttp.send(cloud.url(), "GET " + path + " HTTP/1.1", "Host: " + host);
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
