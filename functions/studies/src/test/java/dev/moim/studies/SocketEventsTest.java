package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.view.TimeView;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The events of members who are allowed to do what they do. */
class SocketEventsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;
  private SocketClient ann;
  private SocketClient ben;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann");
    ben = world.user("ben");
  }

  @Test
  void theNewcomerSeesWhoIsThereAndTheyHearOfIt() {
    ann.join();
    assertThat(ann.only()).isEqualTo(roomState());
    ann.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true);
    world.pass(Duration.ofSeconds(5));
    ben.join();

    Map<String, Object> state =
        Map.of(
            "socketId",
            ann.socketId(),
            "userId",
            "ann",
            "user",
            SocketClient.object("id", "ann", "name", "이름 ann", "avatar", null),
            "isMuted",
            true,
            "isVideoOff",
            false,
            "isSharingScreen",
            false,
            "joinedAt",
            TimeView.of(world.call().find("ann").orElseThrow().joinedAt()));
    assertThat(ben.only()).isEqualTo(roomState(state));
    Received joined =
        received(
            "video:user-joined",
            "socketId",
            ben.socketId(),
            "userId",
            "ben",
            "user",
            SocketClient.object("id", "ben", "name", "이름 ben", "avatar", null));
    assertThat(ann.only()).isEqualTo(joined);
    world.user("cat").join();
    assertThat(ben.only().event()).isEqualTo("video:user-joined");
    assertThat(ann.only().event()).isEqualTo("video:user-joined");
    assertThat(world.call().inside()).hasSize(3);
  }

  @Test
  void joiningTwiceTellsNobodyTwice() {
    together();
    ben.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true);
    ann.take();
    ben.join();
    assertThat(ben.only().event()).isEqualTo("video:room-state");
    assertThat(ann.take()).isEmpty();
    assertThat(world.call().find("ben").orElseThrow().is(MediaState.AUDIO_MUTED)).isTrue();
  }

  @Test
  void relaysOffersAnswersAndCandidatesUnchangedWithTheirSender() {
    together();
    Map<String, Object> offer = Map.of("type", "offer", "sdp", "v=0\r\n…");
    ben.emit("video:offer", "to", ann.socketId(), "offer", offer, "from", "somebody else");
    assertThat(ann.only())
        .isEqualTo(received("video:offer", "from", ben.socketId(), "offer", offer));
    ann.emit("video:answer", "to", ben.socketId(), "answer", "any value");
    assertThat(ben.only())
        .isEqualTo(received("video:answer", "from", ann.socketId(), "answer", "any value"));
    ann.emit("video:ice-candidate", "to", ben.socketId(), "candidate", null);
    assertThat(ben.only())
        .isEqualTo(received("video:ice-candidate", "from", ann.socketId(), "candidate", null));
  }

  @Test
  void candidatesFollowADescriptionThatNamesNoIceUserAtOnce() {
    together();
    Map<String, Object> candidate = Map.of("candidate", "c", "usernameFragment", "u1");
    ann.emit("video:ice-candidate", "to", ben.socketId(), "candidate", candidate);
    assertThat(ben.take()).as("it is early").isEmpty();
    ann.emit("video:offer", "to", ben.socketId(), "offer", "encrypted");
    assertThat(ben.take())
        .extracting(Received::event)
        .containsExactly("video:offer", "video:ice-candidate");
    ann.emit("video:ice-candidate", "to", ben.socketId(), "candidate", candidate);
    assertThat(ben.only().event()).isEqualTo("video:ice-candidate");
  }

  @Test
  void mediaTogglesAreToldToTheOthersAndTimed() {
    together();
    ann.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true);
    assertThat(ben.only())
        .isEqualTo(
            received(
                "video:peer-audio-changed",
                "socketId",
                ann.socketId(),
                "userId",
                "ann",
                "isMuted",
                true));
    ann.emit("video:toggle-video", "roomId", SocketWorld.ROOM, "isVideoOff", true);
    assertThat(ben.only().event()).isEqualTo("video:peer-video-changed");
    ann.emit("video:screen-share-start", "roomId", SocketWorld.ROOM);
    assertThat(ben.take())
        .containsExactly(
            received(
                "video:peer-screen-share",
                "socketId",
                ann.socketId(),
                "userId",
                "ann",
                "isSharing",
                true),
            received("video:screen-share-started", "socketId", ann.socketId()));
    world.pass(Duration.ofSeconds(7));
    ann.emit("video:screen-share-stop", "roomId", SocketWorld.ROOM);
    ann.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", "false");
    assertThat(ben.take())
        .extracting(Received::event)
        .containsExactly(
            "video:peer-screen-share", "video:screen-share-stopped", "video:peer-audio-changed");
    world.pass(Duration.ofSeconds(3));
    var participant = world.call().find("ann").orElseThrow();
    assertThat(participant.seconds(MediaState.AUDIO_MUTED, world.clock.instant())).isEqualTo(7);
    assertThat(participant.seconds(MediaState.SCREEN_SHARED, world.clock.instant())).isEqualTo(7);
    assertThat(participant.seconds(MediaState.VIDEO_OFF, world.clock.instant())).isEqualTo(10);
    assertThat(ann.take()).as("the one who switches knows").isEmpty();
  }

  @Test
  void relaysWhoIsSpeaking() {
    together();
    ann.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true);
    assertThat(ben.only())
        .isEqualTo(received("video:user-speaking", "socketId", ann.socketId(), "speaking", true));
    assertThat(ann.take()).isEmpty();
  }

  @Test
  void chatMessagesReachEverybodyIncludingTheirSender() {
    together();
    ann.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "안녕 😀");
    String sentAt = Timestamps.iso(world.clock.instant());
    Received message = ben.only();
    assertThat(message.event()).isEqualTo("chat:video-message-received");
    assertThat(message.data())
        .containsEntry("message", "안녕 😀")
        .containsEntry("roomId", SocketWorld.ROOM)
        .containsEntry("userId", "ann")
        .containsEntry("socketId", ann.socketId())
        .containsEntry("timestamp", sentAt)
        .containsEntry("sentAt", sentAt)
        .containsKeys("id", "user");
    ann.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "again");
    assertThat(ann.take())
        .extracting(received -> received.data().get("message"))
        .containsExactly("안녕 😀", "again");
  }

  @Test
  void leavingIsToldAndTheLastOneEndsTheSession() {
    together();
    String socketId = ben.socketId();
    ben.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    assertThat(ann.only())
        .isEqualTo(received("video:user-left", "socketId", socketId, "userId", "ben"));
    assertThat(ben.ask("video:leave-room", "roomId", SocketWorld.ROOM))
        .as("leaving twice is no error")
        .isEqualTo(Map.of("success", true));
    assertThat(world.call().isOpen()).isTrue();
    world.pass(Duration.ofSeconds(3));
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    assertThat(world.call().isOpen()).isFalse();
    assertThat(ann.take()).isEmpty();
  }

  @Test
  void acknowledgesEventsThatAskForIt() {
    assertThat(ann.ask("video:join-room", "studyId", SocketWorld.STUDY, "roomId", SocketWorld.ROOM))
        .isEqualTo(Map.of("success", true, "participants", List.of()));
    ann.take();
    assertThat(ann.ask("video:offer", "to", "nobody", "offer", "o"))
        .containsEntry("success", false)
        .containsEntry("error", "상대방을 찾을 수 없습니다.");
    assertThat(ann.only())
        .isEqualTo(
            received("error", "message", "상대방을 찾을 수 없습니다.", "code", "PARTICIPANT_NOT_FOUND"));
  }

  @Test
  void aSecondSocketOfAUserReplacesTheFirst() {
    together();
    String old = ann.socketId();
    SocketClient phone = world.connect("c-ann-phone", "ann").join();
    assertThat(ben.take())
        .extracting(Received::event)
        .containsExactly("video:user-left", "video:user-joined");
    assertThat(phone.only().event()).isEqualTo("video:room-state");
    assertThat(ann.only().event()).isEqualTo("error");
    ben.emit("video:offer", "to", old, "offer", "o");
    assertThat(ben.only().event()).as("the old one is out of reach").isEqualTo("error");
    assertThat(ann.ask("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true))
        .as("and out of the room")
        .containsEntry("success", false);
    world.gateway.disconnect(ann.connectionId);
    assertThat(ben.take()).as("its end is no departure").isEmpty();
    assertThat(world.call().inside()).hasSize(2);
  }

  @Test
  void oneSocketIsInOneRoom() {
    together();
    world.member("s2", "owner", Role.OWNER, Status.ACTIVE);
    world.member("s2", "ann", Role.MEMBER, Status.ACTIVE);
    world.start("s2");
    ann.emit("video:join-room", "studyId", "s2", "roomId", "study-s2-main");
    assertThat(ann.only()).isEqualTo(roomState());
    assertThat(ben.only().event()).isEqualTo("video:user-left");
    assertThat(world.call().inside()).hasSize(1);
  }

  @Test
  void membersSeeWhoHasTheStudysPageOpen() {
    ann.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    assertThat(ann.take())
        .extracting(Received::event)
        .containsExactly("presence:study-joined", "study:online-users");
    ben.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    Received online = ben.take().getLast();
    assertThat((List<?>) online.data().get("users")).hasSize(2);
    assertThat(ann.only().event()).isEqualTo("presence:user-online");

    SocketClient second = world.connect("c-ben-2", "ben");
    second.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    assertThat(ann.take()).as("a second page is no news").isEmpty();
    ben.emit("presence:leave-study", "studyId", SocketWorld.STUDY);
    assertThat(ann.take()).as("one page is left").isEmpty();
    world.gateway.disconnect(second.connectionId);
    assertThat(ann.only().event()).isEqualTo("presence:user-offline");
  }

  private void together() {
    ann.join();
    ben.join();
    ann.take();
    ben.take();
  }

  private static Received roomState(Map<?, ?>... participants) {
    return received("video:room-state", "participants", List.of((Object[]) participants));
  }

  private static Received received(String event, Object... fields) {
    return new Received(event, SocketClient.object(fields));
  }
}
