package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.StudyCall;
import dev.moim.testkit.DynamoDbExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends that makes no sense: it is told so, and nothing else happens. */
class SocketBadInputTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;
  private SocketClient ann;
  private SocketClient ben;
  private StudyCall before;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann").join();
    ben = world.user("ben").join();
    ann.take();
    ben.take();
    before = world.call();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "7",
        "4",
        "49",
        "42",
        "42{}",
        "42[]",
        "42[7]",
        "42[\"video:offer\"",
        "4212345678901234567[\"video:offer\"]",
        "42/admin,[\"video:leave-room\",{}]",
        "451-[\"video:offer\",{\"_placeholder\":true,\"num\":0}]",
        "bAQID",
        "43[\"no id\"]",
        "40\"token\"",
        "{\"eventOp\":\"register\"}",
        "42[\"video:offer\",[1]]",
        "42[\"video:offer\",\"text\"]",
        "42[\"video:offer\",null]",
        "42[\"video:offer\"]"
      })
  void whatIsNoEventIsAnsweredAsAnError(String frame) {
    ann.send(frame);
    assertRefused("INVALID_REQUEST");
  }

  /** Pages of the document's front end send some by themselves that only its own server knows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "no such event",
        "connect",
        "error",
        "presence:status-change",
        "chat:send-message",
        "chat:typing",
        "chat:mark-read"
      })
  void anUnknownEventIsRefusedInTheAcknowledgementAlone(String event) {
    assertThat(ann.ask(event, "status", "away"))
        .containsEntry("success", false)
        .containsEntry("code", "INVALID_REQUEST");
    ann.emit(event, "status", "away");
    assertThat(ann.frames()).isEmpty();
    assertThat(ben.frames()).isEmpty();
    assertThat(world.call()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          video:join-room          | {}
          video:join-room          | {'studyId':'s1'}
          video:join-room          | {'roomId':'study-s1-main'}
          video:join-room          | {'studyId':7,'roomId':'study-7-main'}
          video:join-room          | {'studyId':'s1','roomId':'study-s2-main'}
          video:join-room          | {'studyId':'s1','roomId':['study-s1-main']}
          video:leave-room         | {'roomId':{}}
          video:offer              | {'offer':'o'}
          video:offer              | {'to':['x'],'offer':'o'}
          video:offer              | {'to':'%s'}
          video:answer             | {'to':'%s','offer':'o'}
          video:ice-candidate      | {'to':'%s'}
          video:toggle-audio       | {'roomId':'study-s1-main'}
          video:toggle-audio       | {'roomId':'study-s1-main','isMuted':'maybe'}
          video:toggle-audio       | {'roomId':'study-s1-main','isMuted':1}
          video:toggle-audio       | {'isMuted':true}
          video:toggle-video       | {'roomId':'study-s1-main','isMuted':true}
          video:screen-share-stop  | {}
          video:speaking           | {'roomId':'study-s1-main'}
          chat:video-message       | {'roomId':'study-s1-main','message':''}
          chat:video-message       | {'roomId':'study-s1-main','message':{}}
          chat:video-file          | {'roomId':'study-s1-main'}
          chat:video-file          | {'roomId':'study-s1-main','file':'name'}
          presence:join-study      | {}
          presence:join-study      | {'studyId':true}
          """)
  void whatLacksSomethingIsAnsweredAsAnError(String event, String data) {
    String json = data.replace('\'', '"').formatted(ben.socketId());
    ann.send("42[\"%s\",%s]".formatted(event, json));
    assertRefused("INVALID_REQUEST");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          video:toggle-audio       | {'roomId':'study-s2-main','isMuted':true}
          video:screen-share-start | {'roomId':'elsewhere'}
          video:speaking           | {'roomId':'study-s2-main','speaking':true}
          chat:video-message       | {'roomId':'study-s2-main','message':'hi'}
          chat:video-file          | {'roomId':'study-s2-main','file':{}}
          """)
  void whatIsSentOutOfTheRoomIsNoErrorEvent(String event, String data) {
    String json = data.replace('\'', '"');
    ann.send("42[\"%s\",%s]".formatted(event, json));
    assertThat(ann.take()).as("clients would show it for ever").isEmpty();
    ann.send("427[\"%s\",%s]".formatted(event, json));
    assertThat(ann.frames())
        .singleElement()
        .asString()
        .startsWith("437[{\"success\":false,")
        .contains("INVALID_REQUEST");
    assertThat(ben.take()).isEmpty();
    assertThat(world.call()).isEqualTo(before);
  }

  @Test
  void relaysToNobodyOutsideTheSendersCall() {
    ann.emit("video:offer", "to", "nobody", "offer", "o");
    assertRefused("PARTICIPANT_NOT_FOUND");
    ann.emit("video:offer", "to", ben.connectionId, "offer", "o");
    assertRefused("PARTICIPANT_NOT_FOUND");

    SocketClient elsewhere = inAnotherStudy("dan");
    ann.emit("video:offer", "to", elsewhere.socketId(), "offer", "o");
    assertRefused("PARTICIPANT_NOT_FOUND");
    elsewhere.emit("video:offer", "to", ann.socketId(), "offer", "o");
    assertThat(elsewhere.only().data()).containsEntry("code", "PARTICIPANT_NOT_FOUND");
    assertThat(ann.take()).isEmpty();

    SocketClient outside = world.user("eve");
    outside.emit("video:offer", "to", ann.socketId(), "offer", "o");
    assertThat(outside.only().data()).containsEntry("code", "PARTICIPANT_NOT_FOUND");
    ann.emit("video:offer", "to", outside.socketId(), "offer", "o");
    assertRefused("PARTICIPANT_NOT_FOUND");
  }

  @Test
  void joiningARoomWithoutAnOpenSessionIsRefused() {
    world.member("s3", "owner", Role.OWNER, Status.ACTIVE);
    world.member("s3", "ann", Role.MEMBER, Status.ACTIVE);
    ann.emit("video:join-room", "studyId", "s3", "roomId", "study-s3-main");
    assertThat(ann.take())
        .extracting(received -> received.data().get("code"))
        .containsExactly("SESSION_NOT_FOUND");
  }

  @Test
  void anInternalErrorIsAnErrorEventAndTheSocketStaysOpen() {
    DYNAMO.faults().throttle("UpdateItem", 20);
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    DYNAMO.faults().reset();
    assertRefused("SERVER_ERROR");
  }

  private SocketClient inAnotherStudy(String userId) {
    world.member("s2", "owner", Role.OWNER, Status.ACTIVE);
    world.member("s2", userId, Role.MEMBER, Status.ACTIVE);
    world.start("s2");
    SocketClient client = world.stranger(userId);
    client.emit("video:join-room", "studyId", "s2", "roomId", "study-s2-main");
    client.take();
    return client;
  }

  private void assertRefused(String code) {
    List<Received> events = ann.take();
    assertThat(events).extracting(Received::event).containsExactly("error");
    assertThat(events.getFirst().data()).containsEntry("code", code).containsKey("message");
    assertThat(ben.take()).isEmpty();
    assertThat(world.call()).isEqualTo(before);
  }
}
