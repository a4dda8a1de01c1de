package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is no member any more is nowhere in the study any more; who left by a request is out too. */
class RemovedMemberTest {

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
    ann.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    ben.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    ann.take();
    ben.take();
    world.pass(Duration.ofSeconds(10));
  }

  @Test
  void removalEndsTheParticipationAndTellsTheOthers() {
    String socketId = ben.socketId();
    dismiss("ben");
    world.wiring.endParticipation().of(new ParticipantKey(SocketWorld.STUDY, "ben"));

    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isEmpty();
    assertThat(world.call().find("ben").orElseThrow().leftAt()).contains(world.clock.instant());
    assertThat(ann.take())
        .extracting(Received::event)
        .containsExactly("video:user-left", "presence:user-offline");
    assertThat(ben.only().event()).isEqualTo("error");
    assertOut(socketId);
    assertThat(world.wiring.onlineSockets().find(SocketWorld.STUDY)).hasSize(1);
    ben.join();
    assertThat(ben.only().data()).containsEntry("code", "NOT_STUDY_MEMBER");
  }

  @Test
  void theScheduleFindsWhoCameInWhileTheyWereRemoved() {
    dismiss("ben");
    world.wiring.reconcileCalls().run();
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isEmpty();
    assertThat(world.call().find("ann").filter(CallParticipant::isInside)).isPresent();
  }

  @Test
  void afterLeavingByARequestTheSocketRelaysNothing() {
    String socketId = ben.socketId();
    world
        .requests
        .leaveCall()
        .leave(SocketWorld.STUDY, new User("ben", "Ben", null), world.call().session().id());
    assertOut(socketId);
    assertThat(ann.take()).isEmpty();
    ben.join();
    assertThat(ben.only().event()).isEqualTo("video:room-state");
  }

  private void dismiss(String userId) {
    Member member = world.groups.find(new MemberKey(SocketWorld.STUDY, userId)).orElseThrow();
    world.groups.change(Optional.of(member), member.as(Role.MEMBER).as(Status.LEFT));
  }

  /** Nothing goes from ben to the call, and nothing to ben. */
  private void assertOut(String socketId) {
    assertThat(ben.ask("video:offer", "to", ann.socketId(), "offer", "o"))
        .containsEntry("success", false);
    assertThat(ben.ask("chat:video-message", "roomId", SocketWorld.ROOM, "message", "hi"))
        .containsEntry("success", false);
    ben.take();
    assertThat(ann.ask("video:offer", "to", socketId, "offer", "o"))
        .containsEntry("success", false);
    assertThat(ben.take()).isEmpty();
    ann.take();
  }
}
