package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages: which route they take, what comes back, and how they are counted. */
class MessageTest {

  private static TestCloud cloud;

  private TestSocket socket;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(SocketFixture.TEMPLATE);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void open() {
    SocketFixture.reset();
    socket = SocketFixture.open(cloud);
    cloud.cloud().counts().reset();
  }

  @Test
  void twoWayRouteAnswersWithTheBody() throws Exception {
    assertThat(socket.send(SocketFixture.ASK).next()).isEqualTo("pong");
  }

  /** Harmless to a JSON client, the end of the session for a Socket.IO client. */
  @Test
  void twoWayRouteWithoutBodyAnswersWithAnEmptyFrame() throws Exception {
    Script.on("Ask", (event, context) -> Script.status(200));
    assertThat(socket.send(SocketFixture.ASK).next()).isEmpty();
  }

  @Test
  void oneWayRouteDropsTheBody() throws Exception {
    socket.send(SocketFixture.TELL).send("not JSON").send(SocketFixture.ASK);
    Script.event("Tell");
    Script.event("Default");
    cloud.cloud().awaitIdle();
    assertThat(socket.next()).isEqualTo("pong");
    assertThat(socket.unread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        "[{\"eventOp\":\"ask\"}]",
        "\"ask\"",
        "{\"eventOp\":\"unknown\"}",
        "{\"eventOp\":{\"a\":\"ask\"}}",
        "{\"eventOp\":null}",
        "{\"op\":\"ask\"}",
        "{\"eventOp\":\"ask\"} trailing",
        "{\"eventOp\":\"ask\"",
        "{\"eventOp\":\"$default\"}",
        "{\"eventOp\":\"$connect\"}",
        "{\"eventOp\":\"$disconnect\"}",
        "42[\"knowledgetalk\",{\"eventOp\":\"ask\"}]"
      })
  void whatChoosesNoRouteGoesToDefault(String message) throws Exception {
    socket.send(message);
    JsonNode event = Script.event("Default");
    assertThat(event.at("/body").asText()).isEqualTo(message);
    assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("$default");
    assertThat(event.at("/requestContext/eventType").asText()).isEqualTo("MESSAGE");
    assertThat(Script.unseen("Disconnect")).isEmpty();
  }

  @Test
  void theEventHasNoHeadersAndTheSameConnection() throws Exception {
    String id = Script.event("Connect").at("/requestContext/connectionId").asText();
    socket.send(SocketFixture.ASK).next();
    JsonNode event = Script.event("Ask");
    assertThat(event.at("/requestContext/connectionId").asText()).isEqualTo(id);
    assertThat(event.at("/requestContext/messageId").asText()).matches("[A-Za-z0-9_-]{15}=");
    assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("ask");
    assertThat(event.at("/body").asText()).isEqualTo(SocketFixture.ASK);
    assertThat(event.has("headers")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {SocketFixture.ASK, SocketFixture.TELL})
  void failingFunctionGivesTheGatewaysErrorFrame(String message) throws Exception {
    String id = Script.event("Connect").at("/requestContext/connectionId").asText();
    Script.Body broken =
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        };
    Script.on("Ask", broken);
    Script.on("Tell", broken);
    assertErrorFrame(socket.send(message).next(), id);
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void functionThatTakes29SecondsGivesTheErrorFrame() throws Exception {
    String id = Script.event("Connect").at("/requestContext/connectionId").asText();
    CountDownLatch late = new CountDownLatch(1);
    Script.on(
        "Ask",
        (event, context) -> {
          late.await();
          return Script.body("too late");
        });
    socket.send(SocketFixture.ASK);
    Script.event("Ask");
    cloud.timeline().advance(Duration.ofSeconds(28));
    assertThat(socket.unread()).isEmpty();
    cloud.timeline().advance(Duration.ofSeconds(1));
    assertErrorFrame(socket.next(), id);
    late.countDown();
    cloud.cloud().awaitIdle();
    assertThat(socket.unread()).isEmpty();
  }

  @Test
  void messagesAreMeteredPer32Kilobytes() throws Exception {
    String reply = "r".repeat(32 * 1024 + 1);
    Script.on("Ask", (event, context) -> Script.body(reply));
    String message = "{\"eventOp\":\"ask\",\"pad\":\"" + "x".repeat(64 * 1024) + "\"}";
    assertThat(socket.sendInFrames(message, 16 * 1024).next()).isEqualTo(reply);
    socket.send(SocketFixture.TELL);
    Script.event("Tell");
    Counts.Snapshot counts = cloud.cloud().counts().snapshot();
    assertThat(counts.messagesIn()).isEqualTo(3 + 1);
    assertThat(counts.messagesOut()).isEqualTo(2);
    assertThat(counts.invocations()).isEqualTo(Map.of("Ask", 1L, "Tell", 1L));
    assertThat(counts.posts()).isZero();
  }

  @Test
  void koreanTextIsCountedInBytes() throws Exception {
    socket.send("가".repeat(11_000));
    Script.event("Default");
    assertThat(cloud.cloud().counts().snapshot().messagesIn()).isEqualTo(2);
  }

  private static void assertErrorFrame(String frame, String connectionId) {
    JsonNode error = Json.parse(frame).orElseThrow();
    assertThat(error.at("/message").asText()).isEqualTo("Internal server error");
    assertThat(error.at("/connectionId").asText()).isEqualTo(connectionId);
    assertThat(error.at("/requestId").asText()).isNotEmpty();
    assertThat(error.size()).isEqualTo(3);
  }
}
