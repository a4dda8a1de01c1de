package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.GatewayOptions;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames that wait at random: who overtakes whom, and what they say of their arrival. */
class ShuffledFramesTest {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final Queue<Integer> waits = new ConcurrentLinkedQueue<>();
  private TestCloud cloud;
  private TestSocket socket;

  @BeforeEach
  void open() {
    SocketFixture.reset();
    // No cold starts: of two draws the second one asks for them.
    FrameDelays delays =
        new FrameDelays(LONGEST_WAIT, 0, bound -> bound == 201 ? waits.remove() : 0);
    cloud = TestCloud.start(SocketFixture.TEMPLATE, GatewayOptions.DEFAULTS.delays(delays));
    socket = SocketFixture.open(cloud);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void laterFrameOvertakesAnEarlierOneAndBothSayWhenTheyArrived() throws Exception {
    Instant start = cloud.timeline().now();
    send("first", 150);
    cloud.timeline().advance(Duration.ofMillis(20));
    send("second", 10);
    cloud.timeline().advance(Duration.ofMillis(10));
    assertEvent(Script.event("Default"), "second", start.plusMillis(20));
    cloud.timeline().advance(Duration.ofMillis(119));
    assertThat(Script.unseen("Default")).isEmpty();
    cloud.timeline().advance(Duration.ofMillis(1));
    assertEvent(Script.event("Default"), "first", start);
  }

  @Test
  void framesThatArriveAtOnceTellTheirOrder() throws Exception {
    Instant start = cloud.timeline().now();
    send("first", 2);
    send("second", 1);
    cloud.timeline().advance(Duration.ofMillis(1));
    assertEvent(Script.event("Default"), "second", start.plusMillis(1));
    cloud.timeline().advance(Duration.ofMillis(1));
    assertEvent(Script.event("Default"), "first", start);
  }

  /** A close is an event like any other: its function may be quicker than a frame before it. */
  @Test
  void disconnectOvertakesALateFrame() throws Exception {
    send("late", 200);
    waits.add(50);
    socket.close(1000, "");
    Patience.until("the close waits", () -> waiting() == 2);
    cloud.timeline().advance(Duration.ofMillis(50));
    Script.event("Disconnect");
    assertThat(Script.unseen("Default")).isEmpty();
    cloud.timeline().advance(Duration.ofMillis(150));
    assertThat(Script.event("Default").at("/body").asText()).isEqualTo("late");
  }

  @Test
  void idleMeansThatNoFrameWaitsEither() throws Exception {
    send(SocketFixture.ASK, 100);
    assertThat(cloud.cloud().counts().snapshot().running()).isEqualTo(1);
    cloud.timeline().advance(Duration.ofMillis(100));
    cloud.cloud().awaitIdle();
    assertThat(socket.next()).isEqualTo("pong");
  }

  @Test
  void frameThatWaitsWhenTheRuntimeStopsIsDropped() {
    send("too late", 100);
    cloud.cloud().close();
    cloud.timeline().advance(Duration.ofMillis(100));
    assertThat(Script.unseen("Default")).isEmpty();
  }

  /** Returns when the frame has begun to wait. */
  private void send(String message, int waitMillis) {
    int before = waiting();
    waits.add(waitMillis);
    socket.send(message);
    Patience.until("the frame waits", () -> waiting() == before + 1);
  }

  private int waiting() {
    return cloud.timeline().pending(LONGEST_WAIT);
  }

  private static void assertEvent(JsonNode event, String body, Instant arrived) {
    assertThat(event.at("/body").asText()).isEqualTo(body);
    assertThat(event.at("/requestContext/requestTimeEpoch").asLong())
        .isEqualTo(arrived.toEpochMilli());
  }
}
