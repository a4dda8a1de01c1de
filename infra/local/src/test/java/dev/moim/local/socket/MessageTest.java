package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages: which route they take, what comes back, and how they are counted. */
class MessageTest {

  /** As many events of one function run at once; more wait. */
  private static final int INSTANCES = 100;

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);

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

  /** A frame that comes while the one before it is still at its function does not wait for it. */
  @Test
  void framesOfOneConnectionRunSideBySideAndSayWhenEachArrived() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Script.on("Tell", (event, context) -> Script.body(waitFor(release)));
    Instant first = cloud.timeline().now();
    socket.send(SocketFixture.TELL);
    assertArrivedAt(first, Script.event("Tell"));
    cloud.timeline().advance(Duration.ofSeconds(5));
    socket.send(SocketFixture.ASK);
    assertThat(socket.next()).as("answered while the first still runs").isEqualTo("pong");
    assertArrivedAt(first.plusSeconds(5), Script.event("Ask"));
    release.countDown();
    cloud.cloud().awaitIdle();
  }

  @Test
  void frameThatHadToWaitForAFreeInstanceSaysWhenItArrived() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Script.on("Tell", (event, context) -> Script.body(waitFor(release)));
    Instant arrival = cloud.timeline().now();
    int frames = INSTANCES + 1;
    for (int n = 0; n < frames; n++) {
      socket.send(SocketFixture.TELL);
    }
    for (int n = 0; n < INSTANCES; n++) {
      Script.event("Tell");
    }
    Patience.until("all frames arrived", () -> messagesIn() == frames);
    cloud.timeline().advance(Duration.ofSeconds(5));
    assertThat(Script.unseen("Tell")).isEmpty();
    release.countDown();
    // Each frame of a socket is stamped a millisecond after the one before it.
    assertArrivedAt(arrival.plusMillis(INSTANCES), Script.event("Tell"));
    cloud.cloud().awaitIdle();
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

  /** Of a throttled function the gateway says no more than of a failing one. */
  @ParameterizedTest
  @CsvSource({"Ask, ask", "Tell, tell"})
  void throttledFunctionGivesTheErrorFrameAtOnce(String function, String op) throws Exception {
    String id = Script.event("Connect").at("/requestContext/connectionId").asText();
    CountDownLatch release = cloud.saturate(function);
    assertErrorFrame(socket.send("{\"eventOp\":\"" + op + "\"}").next(), id);
    assertThat(socket.isOpen()).isTrue();
    release.countDown();
    cloud.cloud().awaitIdle();
    SocketFixture.reset();
    assertThat(socket.send(SocketFixture.ASK).next()).isEqualTo("pong");
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

  private static void assertArrivedAt(Instant arrival, JsonNode event) {
    JsonNode context = event.at("/requestContext");
    assertThat(context.at("/requestTimeEpoch").asLong()).isEqualTo(arrival.toEpochMilli());
    assertThat(context.at("/requestTime").asText())
        .isEqualTo(REQUEST_TIME.format(arrival.atOffset(ZoneOffset.UTC)));
  }

  private static String waitFor(CountDownLatch release) throws InterruptedException {
    release.await();
    return "late";
  }

  private static long messagesIn() {
    return cloud.cloud().counts().snapshot().messagesIn();
  }

  private static void assertErrorFrame(String frame, String connectionId) {
    JsonNode error = Json.parse(frame).orElseThrow();
    assertThat(error.at("/message").asText()).isEqualTo("Internal server error");
    assertThat(error.at("/connectionId").asText()).isEqualTo(connectionId);
    assertThat(error.at("/requestId").asText()).isNotEmpty();
    assertThat(error.size()).isEqualTo(3);
  }
}
