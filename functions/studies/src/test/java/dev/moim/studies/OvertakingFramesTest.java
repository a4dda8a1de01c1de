package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.wire.json.Json;
import dev.moim.studies.SocketClient.Received;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway hands frames of one socket to functions side by side, so any may come first. */
class OvertakingFramesTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final String TOGGLE =
      "42[\"video:toggle-audio\",{\"roomId\":\"study-s1-main\",\"isMuted\":true}]";

  private SocketWorld world;
  private SocketClient ann;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann").join();
    ann.take();
  }

  @Test
  void aToggleMayOvertakeItsSendersJoin() {
    SocketClient ben = world.user("ben");
    world.meanwhile = ben::join;
    ben.send(TOGGLE);
    assertThat(ann.take())
        .extracting(Received::event)
        .containsExactly("video:user-joined", "video:peer-audio-changed");
    assertThat(ben.only().event()).isEqualTo("video:room-state");
  }

  @Test
  void aToggleOfANewPageMayOvertakeItsJoin() {
    world.user("ben").join().send(TOGGLE);
    ann.take();
    SocketClient newer = world.connect("c-ben-2", "ben");
    world.meanwhile = newer::join;
    newer.send(TOGGLE);
    assertThat(ann.take())
        .extracting(Received::event)
        .containsExactly("video:user-left", "video:user-joined", "video:peer-audio-changed");
  }

  @Test
  void anOfferMayOvertakeTheJoinOfThePeerItIsFor() {
    SocketClient ben = world.user("ben");
    world.meanwhile = ben::join;
    ann.emit("video:offer", "to", ben.socketId(), "offer", "o");
    assertThat(ben.take()).extracting(Received::event).contains("video:offer");
    assertThat(ann.take()).extracting(Received::event).containsExactly("video:user-joined");
  }

  @Test
  void aJoinMayOvertakeTheConnectPacket() {
    world.user("ben");
    SocketClient fresh = world.open("c-fresh", Map.of("EIO", "4"), Map.of());
    fresh.frames();
    world.meanwhile = () -> fresh.send("40{\"token\":\"" + world.token("ben") + "\"}");
    fresh.join();
    assertThat(fresh.take()).extracting(Received::event).containsExactly("video:room-state");
    assertThat(world.call().inside()).hasSize(2);
  }

  @Test
  void aJoinMayOvertakeTheStartOfTheSession() {
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    world.member("s3", "owner", Role.OWNER, Status.ACTIVE);
    world.member("s3", "ann", Role.MEMBER, Status.ACTIVE);
    world.meanwhile = () -> world.start("s3");
    ann.emit("video:join-room", "studyId", "s3", "roomId", "study-s3-main");
    assertThat(ann.only().event()).isEqualTo("video:room-state");
  }

  @Test
  void whoeverIsNoMemberIsRefusedAtOnce() {
    SocketClient eve = world.stranger("eve").join();
    assertThat(eve.only().data()).containsEntry("code", "NOT_STUDY_MEMBER");
    assertThat(world.pauses).isZero();
  }

  @Test
  void aSocketThatIsNotNewIsRefusedAtOnce() {
    SocketClient ben = world.user("ben");
    assertThat(ben.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .containsEntry("code", "INVALID_REQUEST");
    assertThat(world.pauses).isEqualTo(5);
    world.pass(Duration.ofSeconds(5));
    assertThat(ben.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .containsEntry("code", "INVALID_REQUEST");
    assertThat(world.pauses).isEqualTo(5);
  }

  @Test
  void eventsAreDatedByWhenTheGatewayReceivedThem() {
    world.pass(Duration.ofSeconds(20));
    Instant received = world.clock.instant();
    world.pass(Duration.ofSeconds(10));
    String leave =
        "42" + Json.write(List.of("video:leave-room", Map.of("roomId", SocketWorld.ROOM)));
    world.gateway.frame(ann.connectionId, leave, received);
    assertThat(world.call().seconds(world.clock.instant())).isEqualTo(20);
    assertThat(world.call().find("ann").orElseThrow().leftAt()).contains(received);
  }

  @Test
  void theErrorEventPrecedesTheAcknowledgement() {
    ann.send("427[\"video:offer\",{\"to\":\"nobody\",\"offer\":{}}]");
    assertThat(ann.frames())
        .containsExactly(
            "42[\"error\",{\"message\":\"상대방을 찾을 수 없습니다.\",\"code\":\"PARTICIPANT_NOT_FOUND\"}]",
            "437[{\"success\":false,\"error\":\"상대방을 찾을 수 없습니다.\","
                + "\"code\":\"PARTICIPANT_NOT_FOUND\"}]");
  }
}
