package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sockets end: by the client, by the rules, by the backend; and what is told about it. */
class CloseTest {

  private static TestCloud cloud;

  private SocketFixture.Opened opened;
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
  void open() throws InterruptedException {
    SocketFixture.reset();
    opened = SocketFixture.openWithId(cloud);
    socket = opened.socket();
  }

  @Test
  void clientsCodeAndReasonReachDisconnect() throws Exception {
    socket.close(4000, "bye");
    JsonNode event = assertDisconnect(4000, "bye");
    assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("$disconnect");
    assertThat(event.at("/requestContext/eventType").asText()).isEqualTo("DISCONNECT");
    assertThat(event.at("/requestContext/connectionId").asText()).isEqualTo(opened.id());
    assertThat(event.has("queryStringParameters")).isFalse();
  }

  @Test
  void closingWithoutCodeIsReportedAs1005() throws Exception {
    try (RawSocket raw = RawSocket.open(cloud.cloud().socketUrl("calls"))) {
      raw.sendFrame(RawSocket.CLOSE, new byte[0]);
      assertDisconnect(idOfNext(), 1005, "Client-side close frame status not set");
    }
  }

  @Test
  void cutLineIsReportedAs1006() throws Exception {
    RawSocket raw = RawSocket.open(cloud.cloud().socketUrl("calls"));
    raw.cut();
    JsonNode event = disconnectOf(idOfNext());
    assertThat(event.at("/requestContext/disconnectStatusCode").asInt()).isEqualTo(1006);
  }

  @Test
  void postToAClosedSocketIsGone() throws Exception {
    socket.close(1000, "");
    disconnectOf(opened.id());
    assertThat(cloud.post(opened.path(), "late").statusCode()).isEqualTo(410);
  }

  @Test
  void binaryClosesWith1003() throws Exception {
    socket.sendBinary(new byte[] {1, 2, 3});
    assertThat(socket.closeCode()).isEqualTo(1003);
    assertDisconnect(1003, "Binary frames are not supported");
  }

  @Test
  void frameOfExactly32KilobytesIsTaken() throws Exception {
    try (RawSocket raw = RawSocket.open(cloud.cloud().socketUrl("calls"))) {
      raw.sendFrame(RawSocket.TEXT, "x".repeat(32 * 1024).getBytes());
      assertThat(Script.event("Default").at("/body").asText()).hasSize(32 * 1024);
    }
  }

  @Test
  void frameAbove32KilobytesClosesWith1009() throws Exception {
    try (RawSocket raw = RawSocket.open(cloud.cloud().socketUrl("calls"))) {
      raw.sendFrame(RawSocket.TEXT, "x".repeat(32 * 1024 + 1).getBytes());
      assertThat(raw.closeCode()).isEqualTo(1009);
    }
    JsonNode event = disconnectOf(idOfNext());
    assertThat(event.at("/requestContext/disconnectStatusCode").asInt()).isEqualTo(1009);
    assertThat(Script.unseen("Default")).isEmpty();
  }

  @Test
  void messageOf128KilobytesInSmallFramesIsTaken() throws Exception {
    socket.sendInFrames("x".repeat(128 * 1024), 16 * 1024);
    assertThat(Script.event("Default").at("/body").asText()).hasSize(128 * 1024);
  }

  @Test
  void messageAbove128KilobytesClosesWith1009() throws Exception {
    try (RawSocket raw = RawSocket.open(cloud.cloud().socketUrl("calls"))) {
      raw.sendFragments("x".repeat(128 * 1024 + 1).getBytes(), 16 * 1024);
      assertThat(raw.closeCode()).isEqualTo(1009);
    }
    assertThat(Script.unseen("Default")).isEmpty();
  }

  @Test
  void idleFor10MinutesClosesWith1001() throws Exception {
    cloud.timeline().advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(socket.isOpen()).isTrue();
    cloud.timeline().advance(Duration.ofMillis(1));
    assertThat(socket.closeCode()).isEqualTo(1001);
    assertDisconnect(1001, "Going away");
  }

  @Test
  void messagesBothWaysKeepASocketAlive() throws Exception {
    cloud.timeline().advance(Duration.ofMinutes(9));
    socket.send(SocketFixture.ASK).next();
    cloud.timeline().advance(Duration.ofMinutes(9));
    assertThat(cloud.post(opened.path(), "hello").statusCode()).isEqualTo(200);
    socket.next();
    cloud.timeline().advance(Duration.ofMinutes(9));
    assertThat(cloud.get(opened.path()).statusCode()).isEqualTo(200);
    cloud.timeline().advance(Duration.ofMinutes(1));
    assertThat(socket.closeCode()).isEqualTo(1001);
  }

  /** Stricter than documented: AWS does not say whether control frames count. */
  @Test
  void pingsDoNotKeepASocketAlive() throws Exception {
    cloud.timeline().advance(Duration.ofMinutes(9));
    socket.ping().send(SocketFixture.ASK).next();
    cloud.timeline().advance(Duration.ofMinutes(9));
    socket.ping();
    cloud.timeline().advance(Duration.ofMinutes(1));
    assertThat(socket.closeCode()).isEqualTo(1001);
  }

  @Test
  void twoHoursEndEvenABusySocket() throws Exception {
    for (int i = 0; i < 23; i++) {
      cloud.timeline().advance(Duration.ofMinutes(5));
      socket.send(SocketFixture.ASK).next();
    }
    cloud.timeline().advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(cloud.get(opened.path()).statusCode()).isEqualTo(200);
    cloud.timeline().advance(Duration.ofMillis(1));
    assertThat(socket.closeCode()).isEqualTo(1001);
    assertDisconnect(1001, "Going away");
  }

  @Test
  void disconnectRunsOnce() throws Exception {
    cloud.delete(opened.path());
    assertThat(socket.closeCode()).isEqualTo(1000);
    assertDisconnect(1000, "Connection Closed Normally");
    cloud.timeline().advance(Duration.ofHours(3));
    assertThat(Script.unseen("Disconnect"))
        .extracting(event -> event.at("/requestContext/connectionId").asText())
        .doesNotContain(opened.id());
  }

  /** The answer of a function nobody waits for any more is dropped. */
  @Test
  void failingDisconnectHarmsNobody() throws Exception {
    Script.on(
        "Disconnect",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    socket.close(1000, "");
    disconnectOf(opened.id());
    assertThat(SocketFixture.open(cloud).send(SocketFixture.ASK).next()).isEqualTo("pong");
  }

  private JsonNode assertDisconnect(int code, String reason) throws InterruptedException {
    return assertDisconnect(opened.id(), code, reason);
  }

  private static JsonNode assertDisconnect(String id, int code, String reason)
      throws InterruptedException {
    JsonNode event = disconnectOf(id);
    assertThat(event.at("/requestContext/disconnectStatusCode").asInt()).isEqualTo(code);
    assertThat(event.at("/requestContext/disconnectReason").asText()).isEqualTo(reason);
    return event;
  }

  /** Sockets of earlier tests end, too, when the clock moves. */
  private static JsonNode disconnectOf(String id) throws InterruptedException {
    JsonNode event = Script.event("Disconnect");
    while (!event.at("/requestContext/connectionId").asText().equals(id)) {
      event = Script.event("Disconnect");
    }
    return event;
  }

  private static String idOfNext() throws InterruptedException {
    return Script.event("Connect").at("/requestContext/connectionId").asText();
  }
}
