package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.CallParticipant;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of one client in the wrong order: what it asked for last stands. */
class ShuffledFramesTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final Map<String, Object> ROOM = Map.of("roomId", SocketWorld.ROOM);
  private static final Map<String, Object> STUDY = Map.of("studyId", SocketWorld.STUDY);
  private static final Map<String, Object> BOTH =
      Map.of("studyId", SocketWorld.STUDY, "roomId", SocketWorld.ROOM);

  private SocketWorld world;
  private SocketClient ann;
  private SocketClient ben;
  private Instant start;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann").join();
    ben = world.user("ben");
    ann.take();
    start = world.clock.instant().plusMillis(10);
    world.pass(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "132", "213", "231", "312", "321"})
  void comingGoingAndComingEndsInsideInAnyOrder(String order) {
    for (char number : order.toCharArray()) {
      handle(number - '0', number == '2' ? "video:leave-room" : "video:join-room", BOTH);
    }
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isPresent();
    assertThat(world.call().roster().size()).isEqualTo(2);
    assertThat(ben.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .containsEntry("success", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "21"})
  void comingAndGoingEndsOutsideInAnyOrder(String order) {
    for (char number : order.toCharArray()) {
      handle(number - '0', number == '2' ? "video:leave-room" : "video:join-room", BOTH);
    }
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isEmpty();
    List<String> heard = ann.take().stream().map(Received::event).toList();
    assertThat(heard.isEmpty() || heard.getLast().equals("video:user-left")).isTrue();
  }

  @Test
  void withinAMillisecondBeingInWins() {
    handle(1, "video:leave-room", ROOM);
    handle(1, "video:join-room", BOTH);
    handle(1, "video:leave-room", ROOM);
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "21"})
  void closingThePageLastEndsOfflineInAnyOrder(String order) {
    ann.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    ann.take();
    for (char number : order.toCharArray()) {
      handle(number - '0', "presence:" + (number == '2' ? "leave" : "join") + "-study", STUDY);
    }
    assertThat(world.wiring.onlineSockets().find(SocketWorld.STUDY)).hasSize(1);
    List<String> heard = ann.take().stream().map(Received::event).toList();
    assertThat(heard.isEmpty() || heard.getLast().equals("presence:user-offline")).isTrue();
  }

  @Test
  void whoComesBackInOneBreathIsInTheSameSession() {
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    world.pass(Duration.ofSeconds(5));
    String session = world.start().session().id();
    start = world.clock.instant();
    handle(1, "video:join-room", BOTH);
    handle(2, "video:leave-room", ROOM);
    handle(3, "video:join-room", BOTH);
    world.pass(Duration.ofSeconds(10));
    assertThat(world.call().isSession(session)).isTrue();
    assertThat(world.call().isOpen()).isTrue();
    assertThat(world.call().roster().size()).isEqualTo(1);
    assertThat(ben.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .containsEntry("success", true);
  }

  @Test
  void whoGoesAfterABreathEndsTheSessionAsOfThatMoment() {
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    Instant left = world.clock.instant();
    assertThat(world.call().isOpen()).as("they may be back").isTrue();
    world.pass(Duration.ofSeconds(5));
    assertThat(world.call().endedAt()).contains(left);
  }

  @Test
  void whatWasSaidBeforeGoingIsHeardAfterwards() {
    handle(1, "video:join-room", BOTH);
    handle(3, "video:leave-room", ROOM);
    ann.take();
    handle(2, "chat:video-message", Map.of("roomId", SocketWorld.ROOM, "message", "bye"));
    assertThat(ann.only().data()).containsEntry("message", "bye");
    handle(4, "chat:video-message", Map.of("roomId", SocketWorld.ROOM, "message", "hello?"));
    assertThat(ann.take()).as("sent from outside").isEmpty();
  }

  @Test
  void messagesOfOneMillisecondHaveDifferentTimes() {
    handle(1, "video:join-room", BOTH);
    ann.take();
    for (int i = 0; i < 3; i++) {
      handle(2, "chat:video-message", Map.of("roomId", SocketWorld.ROOM, "message", "m" + i));
    }
    assertThat(ann.take())
        .extracting(received -> String.valueOf(received.data().get("sentAt")))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  private void handle(int sentAt, String event, Map<String, Object> data) {
    String frame = "42" + Json.write(List.of(event, data));
    world.gateway.frame(ben.connectionId, frame, start.plusMillis(sentAt));
  }
}
