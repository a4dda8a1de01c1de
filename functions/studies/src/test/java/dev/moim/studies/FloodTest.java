package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One socket that sends without end costs itself, and nobody else. */
class FloodTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;
  private SocketClient ann;
  private SocketClient ben;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann").join();
    ben = world.user("ben").join();
    ann.take();
    ben.take();
  }

  @Test
  void speakingWithEveryAnimationFrameIsToldWhenItChanges() {
    for (int i = 0; i < 50; i++) {
      ann.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true);
    }
    assertThat(ben.take()).hasSize(1);
    ann.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", false);
    assertThat(ben.only().data()).containsEntry("speaking", false);
  }

  @Test
  void chatBeyondTheLimitIsRefusedAndCostsNoRequest() {
    for (int i = 0; i < 60; i++) {
      ann.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "m" + i);
    }
    assertThat(ben.take()).hasSize(60);
    ann.take();
    DYNAMO.counter().reset();
    assertThat(ann.ask("chat:video-message", "roomId", SocketWorld.ROOM, "message", "more"))
        .containsEntry("success", false)
        .containsEntry("error", "요청이 너무 많습니다. 잠시 후 다시 시도해 주세요.");
    assertThat(DYNAMO.counter().requests()).isZero();
    assertThat(ann.take()).as("no error that stays on the page").isEmpty();
    ben.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "hi");
    assertThat(ann.only().data()).as("others go on").containsEntry("message", "hi");

    world.pass(Duration.ofSeconds(1));
    assertThat(ann.ask("chat:video-message", "roomId", SocketWorld.ROOM, "message", "later"))
        .containsEntry("success", true);
  }

  @Test
  void togglesAreLimitedToo() {
    for (int i = 0; i < 60; i++) {
      ann.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", i % 2 == 0);
    }
    DYNAMO.counter().reset();
    assertThat(ann.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .containsEntry("success", false);
    assertThat(DYNAMO.counter().requests()).isZero();
  }
}
