package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP APIs: the event of payload format 2.0, the answer, the limits. */
class HttpGatewayTest {

  private static final String TEMPLATE =
      """
      Resources:
        Api: {Type: AWS::Serverless::HttpApi}
        Echo:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Timeout: 60
            Environment: {Variables: {SCRIPT: Echo}}
            Events:
              One: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/things/{id}", Method: ANY}}
              Make: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /things, Method: POST}}
              List: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /things, Method: GET}}
              Rest: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/files/{path+}", Method: GET}}
      """;

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(TEMPLATE);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void reset() {
    Script.on("Echo", (event, context) -> Script.body("ok"));
  }

  @Test
  void theEventLooksLikeTheGateways() throws Exception {
    cloud.send(
        HttpRequest.newBuilder(cloud.url("/things/a%20b?x=1&y=%EA%B0%80&x=2"))
            .header("X-Twice", "one")
            .header("X-Twice", "two")
            .header("Cookie", "a=1; b=2")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"n\":1}")));
    JsonNode event = Script.event("Echo");
    assertThat(event.at("/version").asText()).isEqualTo("2.0");
    assertThat(event.at("/routeKey").asText()).isEqualTo("ANY /things/{id}");
    assertThat(event.at("/rawPath").asText()).isEqualTo("/things/a%20b");
    assertThat(event.at("/rawQueryString").asText()).isEqualTo("x=1&y=%EA%B0%80&x=2");
    assertThat(event.at("/queryStringParameters").toString())
        .isEqualTo("{\"x\":\"1,2\",\"y\":\"가\"}");
    assertThat(event.at("/pathParameters").toString()).isEqualTo("{\"id\":\"a b\"}");
    assertThat(event.at("/cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.at("/headers/x-twice").asText()).isEqualTo("one,two");
    assertThat(event.at("/headers").has("cookie")).isFalse();
    assertThat(event.at("/headers").has("X-Twice")).isFalse();
    assertThat(event.at("/body").asText()).isEqualTo("{\"n\":1}");
    assertThat(event.at("/isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = event.at("/requestContext");
    assertThat(context.at("/http/method").asText()).isEqualTo("POST");
    assertThat(context.at("/http/path").asText()).isEqualTo("/things/a%20b");
    assertThat(context.at("/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.at("/http/protocol").asText()).isEqualTo("HTTP/1.1");
    assertThat(context.at("/stage").asText()).isEqualTo("$default");
    assertThat(context.at("/apiId").asText()).isEqualTo("Api");
    assertThat(context.at("/timeEpoch").asLong()).isEqualTo(cloud.timeline().now().toEpochMilli());
  }

  @Test
  void whatIsNotThereIsLeftOut() throws Exception {
    cloud.get("/things");
    JsonNode event = Script.event("Echo");
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("pathParameters")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-8, false",
    "text/csv, false",
    "application/xml, false",
    "application/octet-stream, true",
    "image/png, true",
    "application/x-www-form-urlencoded, true",
    "multipart/form-data; boundary=x, true"
  })
  void bodiesThatAreNotTextAreBase64(String type, boolean encoded) throws Exception {
    cloud.send(
        HttpRequest.newBuilder(cloud.url("/things"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("a=b")));
    JsonNode event = Script.event("Echo");
    assertThat(event.at("/isBase64Encoded").asBoolean()).isEqualTo(encoded);
    assertThat(event.at("/body").asText()).isEqualTo(encoded ? "YT1i" : "a=b");
  }

  @Test
  void greedyParameterTakesTheRest() throws Exception {
    assertThat(cloud.get("/files/a/b%2Fc/d").body()).isEqualTo("ok");
    assertThat(Script.event("Echo").at("/pathParameters/path").asText()).isEqualTo("a/b/c/d");
  }

  @Test
  void answerHasStatusHeadersCookiesAndBody() {
    Script.on(
        "Echo",
        (event, context) ->
            Map.of(
                "statusCode",
                201,
                "headers",
                Map.of("Content-Type", "image/gif", "X-A", "b"),
                "cookies",
                List.of("a=1; HttpOnly", "b=2"),
                "body",
                "R0lG",
                "isBase64Encoded",
                true));
    HttpResponse<String> answer = cloud.get("/things");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("content-type")).containsExactly("image/gif");
    assertThat(answer.headers().allValues("x-a")).containsExactly("b");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; HttpOnly", "b=2");
    assertThat(answer.body()).isEqualTo("GIF");
  }

  @Test
  void answerWithoutStatusIsTheBodyItself() {
    Script.on("Echo", (event, context) -> Map.of("hello", "world"));
    HttpResponse<String> answer = cloud.get("/things");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"hello\":\"world\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/things/a/b", "/files", "/things/"})
  void unknownPathsAreNotFound(String path) {
    HttpResponse<String> answer = cloud.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void unknownMethodsAreNotFound() {
    assertThat(cloud.delete("/things").statusCode()).isEqualTo(404);
  }

  @Test
  void failingFunctionIs500() {
    Script.on(
        "Echo",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    assertFailed(cloud.get("/things"), 500, "Internal Server Error");
  }

  /** Never 429: that is what the gateway says when it throttles by itself. */
  @Test
  void throttledFunctionIs500AtOnce() throws Exception {
    CountDownLatch release = cloud.saturate("Echo");
    var answer = cloud.get("/things");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    release.countDown();
    cloud.cloud().awaitIdle();
  }

  @Test
  void statusThatIsNoneIs500() {
    Script.on("Echo", (event, context) -> Map.of("statusCode", "many"));
    assertFailed(cloud.get("/things"), 500, "Internal Server Error");
  }

  @Test
  void functionThatTakes30SecondsIs503() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Script.on(
        "Echo",
        (event, context) -> {
          never.await();
          return Script.body("too late");
        });
    var answer = CompletableFuture.supplyAsync(() -> cloud.get("/things"));
    Script.event("Echo");
    cloud.timeline().advance(Duration.ofSeconds(29));
    assertThat(answer).isNotDone();
    cloud.timeline().advance(Duration.ofSeconds(1));
    assertFailed(answer.join(), 503, "Service Unavailable");
    never.countDown();
  }

  @Test
  void requestsAbove10MegabytesAreTooLarge() {
    HttpResponse<String> answer = cloud.post("/things", "x".repeat(10 * 1024 * 1024 + 1));
    assertFailed(answer, 413, "Request Entity Too Large");
    assertThat(Script.unseen("Echo")).isEmpty();
  }

  @Test
  void requestsAboveLambdas6MegabytesAreTooLarge() {
    HttpResponse<String> answer = cloud.post("/things", "x".repeat(6 * 1024 * 1024));
    assertFailed(answer, 413, "Request Entity Too Large");
  }

  @Test
  void answersAbove6MegabytesAre500() {
    String almost = "y".repeat(6 * 1024 * 1024 - 100);
    Script.on("Echo", (event, context) -> Script.body(almost));
    assertThat(cloud.get("/things").body()).hasSize(almost.length());
    Script.on("Echo", (event, context) -> Script.body(almost + "y".repeat(100)));
    assertFailed(cloud.get("/things"), 500, "Internal Server Error");
  }

  private static void assertFailed(HttpResponse<String> answer, int status, String message) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }
}
