package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.local.http.RawHttp.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that no function and no page of ours ever hears of. */
class JsonErrorsTest {

  private static final String HOST = "Host: localhost";

  private static final String TEMPLATE =
      """
      Resources:
        Api: {Type: AWS::Serverless::HttpApi}
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Environment: {Variables: {SCRIPT: Work}}
            Events:
              Any: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /things, Method: ANY}}
      """;

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(TEMPLATE);
    Script.on("Work", (event, context) -> Script.body("ok"));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%zz HTTP/1.1, 400",
    "GET /things/%2e%2e/x HTTP/1.1, 400",
    "GET /things?x=%zz HTTP/1.1, 400",
    "GET things HTTP/1.1, 400",
    "nonsense, 400",
    "GET /things HTTP/9.9, 505",
    "GET /nowhere HTTP/1.1, 404",
    "DELETE /nowhere HTTP/1.1, 404",
    "GET /nostage/@connections/a HTTP/1.1, 403"
  })
  void errorsAreJson(String line, int status) throws IOException {
    assertJson(RawHttp.send(cloud.cloud().url(), line, HOST), status);
  }

  @Test
  void requestWithoutAHostIsBad() throws IOException {
    assertJson(RawHttp.send(cloud.cloud().url(), "GET /things HTTP/1.1"), 400);
  }

  @Test
  void tooLongHeadersAndAddressesAreNamed() throws IOException {
    String line = "GET /things HTTP/1.1";
    String header = "X-Long: " + "x".repeat(20_000);
    assertJson(RawHttp.send(cloud.cloud().url(), line, HOST, header), 431);
    String address = "GET /" + "x".repeat(20_000) + " HTTP/1.1";
    assertJson(RawHttp.send(cloud.cloud().url(), address, HOST), 414);
  }

  @Test
  void handshakeWhereNoSocketIsIsForbidden() throws IOException {
    Answer answer =
        RawHttp.send(
            cloud.cloud().url(),
            "GET /nowhere HTTP/1.1",
            HOST,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    assertJson(answer, 403);
  }

  private static void assertJson(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.head()).contains("content-type: application/json").doesNotContain("server:");
    assertThat(answer.body())
        .matches("\\{\"message\":\"[A-Z][A-Za-z ]+\"}")
        .doesNotContainIgnoringCase("jetty");
  }
}
