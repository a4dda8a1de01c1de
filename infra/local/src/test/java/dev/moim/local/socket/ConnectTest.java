package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code $connect}: the gate before a socket opens, and its event. */
class ConnectTest {

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(SocketFixture.TEMPLATE);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void reset() {
    SocketFixture.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 299})
  void opensOnAny2xx(int status) {
    Script.on("Connect", (event, context) -> Script.status(status));
    assertThat(SocketFixture.open(cloud).isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"401, 401", "403, 403", "429, 429", "302, 302", "500, 500", "502, 500"})
  void refusesTheUpgradeWithTheFunctionsStatus(int answered, int seen) {
    Script.on("Connect", (event, context) -> Script.status(answered));
    assertRefused(cloud.cloud().socketUrl("calls"), seen);
    assertThat(Script.unseen("Disconnect")).isEmpty();
  }

  @Test
  void refusesWith500WhenTheFunctionFails() {
    Script.on(
        "Connect",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    assertRefused(cloud.cloud().socketUrl("calls"), 500);
    assertThat(cloud.failures()).contains("Connect failed:").contains("broken on purpose");
  }

  @Test
  void refusesWith500WhenTheFunctionIsThrottled() throws Exception {
    CountDownLatch release = cloud.saturate("Connect");
    assertRefused(cloud.cloud().socketUrl("calls"), 500);
    release.countDown();
    cloud.cloud().awaitIdle();
  }

  @Test
  void refusesWith500WhenTheFunctionAnswersNoStatus() {
    Script.on("Connect", (event, context) -> Map.of("body", "what?"));
    assertRefused(cloud.cloud().socketUrl("calls"), 500);
  }

  @Test
  void refusesAfter29Seconds() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Script.on(
        "Connect",
        (event, context) -> {
          started.countDown();
          never.await();
          return Script.status(200);
        });
    Thread clock =
        Thread.startVirtualThread(() -> {
          try {
            started.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          cloud.timeline().advance(Duration.ofSeconds(29));
        });
    assertRefused(cloud.cloud().socketUrl("calls"), 500);
    clock.join();
    never.countDown();
  }

  @Test
  void anUnknownStageIsForbidden() {
    assertRefused(cloud.cloud().socketUrl("nowhere"), 403);
  }

  @Test
  void theStageMayEndWithASlash() {
    assertThat(TestSocket.open(cloud.cloud().socketUrl("calls/?EIO=4")).isOpen()).isTrue();
  }

  /** On AWS a post that overtakes the handshake finds nobody. */
  @Test
  void nobodyCanPostBeforeConnectReturned() throws Exception {
    AtomicReference<Integer> status = new AtomicReference<>();
    Script.on(
        "Connect",
        (event, context) -> {
          String id = event.at("/requestContext/connectionId").asText();
          status.set(cloud.post("/calls/@connections/" + id, "too early").statusCode());
          return Script.status(200);
        });
    TestSocket socket = SocketFixture.open(cloud);
    assertThat(status).hasValue(410);
    assertThat(socket.send(SocketFixture.ASK).next()).isEqualTo("pong");
  }

  @Test
  void theChosenSubprotocolIsEchoed() {
    Script.on(
        "Connect",
        (event, context) ->
            Map.of("statusCode", 200, "headers", Map.of("sec-websocket-protocol", "v12.stomp")));
    URI url = cloud.cloud().socketUrl("calls");
    TestSocket socket = TestSocket.open(url, Map.of(), "v11.stomp", "v12.stomp");
    assertThat(socket.subprotocol()).isEqualTo("v12.stomp");
  }

  @Test
  void noSubprotocolIsChosenUnlessTheFunctionDoes() {
    URI url = cloud.cloud().socketUrl("calls");
    assertThat(TestSocket.open(url, Map.of(), "v12.stomp").subprotocol()).isEmpty();
  }

  @Test
  void theEventLooksLikeTheGateways() throws Exception {
    URI url = URI.create(cloud.cloud().socketUrl("calls") + "?EIO=4&tag=a%20b&tag=c");
    TestSocket.open(url, Map.of("X-Test", "yes"));
    JsonNode event = Script.event("Connect");
    assertThat(event.at("/headers/X-Test").asText()).isEqualTo("yes");
    assertThat(event.at("/headers/User-Agent").asText()).startsWith("Java-http-client");
    assertThat(event.at("/multiValueHeaders/X-Test/0").asText()).isEqualTo("yes");
    assertThat(event.at("/queryStringParameters").toString())
        .isEqualTo("{\"EIO\":\"4\",\"tag\":\"c\"}");
    assertThat(event.at("/multiValueQueryStringParameters/tag").toString())
        .isEqualTo("[\"a b\",\"c\"]");
    assertThat(event.at("/isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = event.at("/requestContext");
    assertThat(context.at("/connectionId").asText()).matches("[A-Za-z0-9_-]{15}=");
    assertThat(context.at("/requestId").asText()).matches("[A-Za-z0-9_-]{15}=");
    assertThat(context.at("/routeKey").asText()).isEqualTo("$connect");
    assertThat(context.at("/eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.at("/stage").asText()).isEqualTo("calls");
    assertThat(context.at("/apiId").asText()).isEqualTo("Socket");
    assertThat(context.at("/domainName").asText()).isEqualTo("127.0.0.1:" + url.getPort());
    assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.at("/identity/userAgent").asText()).startsWith("Java-http-client");
    assertThat(context.at("/connectedAt").asLong())
        .isEqualTo(cloud.timeline().now().toEpochMilli());
    assertThat(context.at("/requestTimeEpoch").asLong())
        .isEqualTo(cloud.timeline().now().toEpochMilli());
    assertThat(context.at("/requestTime").asText()).matches("01/Mar/2026:10:\\d\\d:\\d\\d \\+0000");
    assertThat(context.has("messageId")).isFalse();
  }

  @Test
  void withoutQueryThereIsNoQueryField() throws Exception {
    SocketFixture.open(cloud);
    assertThat(Script.event("Connect").has("queryStringParameters")).isFalse();
  }

  private static void assertRefused(URI url, int status) {
    assertThatThrownBy(() -> TestSocket.open(url))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }
}
