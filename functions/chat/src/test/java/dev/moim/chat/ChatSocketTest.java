package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSocketTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @BeforeEach
  void meeting() {
    world.meeting(MEETING, 1, 2, 3);
    world.person(4);
  }

  @Test
  void threePeopleTalk() {
    Client first = world.client("c1", 1);
    Client second = world.client("c2", 2);
    Client third = world.client("c3", 3);
    List.of(first, second, third).forEach(client -> client.subscribe(MEETING));
    second.say(2, MEETING, "안녕하세요");
    assertThat(first.messages())
        .singleElement()
        .satisfies(message -> {
          assertThat(message)
              .containsEntry("message", "안녕하세요")
              .containsEntry("senderNickname", "사람2")
              .containsEntry("userProfileImageUrl", "")
              .containsEntry("sentAt", world.clock.instant().toString());
          assertThat(String.valueOf(message.get("roomId"))).isEqualTo("" + MEETING);
          assertThat(String.valueOf(message.get("senderId"))).isEqualTo("2");
        });
    assertThat(second.texts()).containsExactly("안녕하세요");
    assertThat(third.texts()).containsExactly("안녕하세요");
  }

  @Test
  void whoLeavesOrIsPutOutHearsNothingMore() {
    Client first = world.client("c1", 1);
    Client second = world.client("c2", 2);
    Client third = world.client("c3", 3);
    List.of(first, second, third).forEach(client -> client.subscribe(MEETING));
    world.remove("meeting.left", MEETING, 1, 2);
    world.remove("meeting.kicked", MEETING, 1, 3);
    first.say(1, MEETING, "조용하네요");
    assertThat(first.texts()).containsExactly("사람2님이 나갔습니다.", "사람3님이 강퇴되었습니다.", "조용하네요");
    assertThat(second.texts()).isEmpty();
    assertThat(third.texts()).containsExactly("사람2님이 나갔습니다.");
    third.say(3, MEETING, "저도요");
    assertError(third, 403, "해당 채팅방에 참여 중이 아닙니다.");
  }

  @Test
  void membersWaitForARoomThatFollowsItsMeeting() {
    Client first = world.client("c1", 1);
    long meeting = MEETING + 5;
    world.group(meeting, 1);
    List<Duration> waits = new ArrayList<>();
    world.pause =
        wait -> {
          if (waits.isEmpty()) {
            world.happen("meeting.created", meeting, 1, Map.of());
          }
          waits.add(wait);
        };
    first.subscribe(meeting);
    first.say(1, meeting, "첫 인사");
    assertThat(first.texts()).containsExactly("첫 인사");
    assertThat(waits).hasSize(1);
    first.frame(first.subscription(99, ""));
    assertError(first, 404, "해당 채팅방이 없습니다.");
    assertThat(waits).as("others are refused at once").hasSize(1);
  }

  @Test
  void noticesLookLikeMessages() {
    Client first = world.client("c1", 1);
    first.subscribe(MEETING);
    world.approve(MEETING, 1, 4);
    assertThat(first.messages())
        .singleElement()
        .satisfies(notice ->
            assertThat(notice)
                .containsOnlyKeys(
                    "roomId",
                    "message",
                    "senderNickname",
                    "senderId",
                    "userProfileImageUrl",
                    "sentAt")
                .containsEntry("message", "사람4님이 들어왔습니다."));
  }

  @Test
  void hearsItsOwnMessageOnceThoughItIsHandledBeforeItsSubscription() {
    Client first = world.client("c1", 1);
    String subscription = first.subscription(MEETING, "");
    world.clock.advance(Duration.ofMillis(5));
    // Sent in this order within a millisecond, and handled in the other.
    first.frameNow(first.saying(1, MEETING, "하나", Map.of()));
    first.frameNow(subscription);
    assertThat(first.texts()).containsExactly("하나");
    first.say(1, MEETING, "둘");
    assertThat(first.texts()).containsExactly("둘");
  }

  @Test
  void tellsWhoComesBackWhatTheyMissed() {
    Client first = world.client("c1", 1);
    Client second = world.client("c2", 2);
    first.subscribe(MEETING);
    second.subscribe(MEETING);
    first.say(1, MEETING, "하나");
    String seen = second.frames().getFirst().written("message-id").orElseThrow();
    second.disconnect();
    first.say(1, MEETING, "둘");
    first.say(1, MEETING, "셋");
    Client again = world.client("c3", 2);
    again.frame(again.subscription(MEETING, "last-message-id:" + seen + "\n"));
    assertThat(again.texts()).containsExactly("둘", "셋");
    first.say(1, MEETING, "넷");
    assertThat(again.texts()).containsExactly("넷");
  }

  @Test
  void saysOnceWhatAClientSendsTwice() {
    Client first = world.client("c1", 1);
    first.subscribe(MEETING);
    String frame = first.saying(1, MEETING, "한 번만", Map.of("clientId", "a1"));
    first.frame(frame);
    first.frame(frame);
    assertThat(first.texts()).containsExactly("한 번만");
    assertThat(world.in(1, MEETING).texts()).endsWith("한 번만");
  }

  @Test
  void hearsNothingMoreAfterUnsubscribing() {
    Client first = world.client("c1", 1);
    first.subscribe(MEETING);
    first.unsubscribe();
    first.say(1, MEETING, "아무도 없나요");
    assertThat(first.received()).isEmpty();
  }

  @Test
  void forgetsSocketsThatPostsFindClosed() {
    Client first = world.client("c1", 1);
    Client second = world.client("c2", 2);
    first.subscribe(MEETING);
    second.subscribe(MEETING);
    world.sockets.close("c2");
    first.say(1, MEETING, "하나");
    world.pass(Duration.ofSeconds(1));
    assertThat(world.wiring.subscriptions().of(new OfRoom(MEETING)))
        .extracting(it -> it.connectionId())
        .containsExactly("c1");
  }

  @Test
  void knowsWhoOpensASocketWithAToken() {
    Client first = world.open("c1", Optional.of(world.token(1)));
    first.frame("CONNECT\naccept-version:1.2\n\n\0");
    assertThat(first.frames().getFirst().written("user-name")).contains("1");
    first.subscribe(MEETING);
    first.say(1, MEETING, "안녕");
    assertThat(first.texts()).containsExactly("안녕");
  }

  @Test
  void letsNobodyInWithoutATokenOrWithAForeignOne() {
    Client first = world.open("c1", Optional.empty());
    first.frame("CONNECT\naccept-version:1.2\n\n\0");
    assertError(first, 401, "인증에 실패했습니다.");
    Client second = world.open("c2", Optional.empty());
    second.frame("CONNECT\naccept-version:1.2\nAuthorization:Bearer abc\n\n\0");
    assertError(second, 401, "Invalid JWT token");
  }

  @Test
  void asksForNoTokenWhereItIsDocumentedSo() {
    ChatWorld open = new ChatWorld(DYNAMO, "documented");
    open.clock.advance(Duration.ofMinutes(1));
    Client first = open.open("c9", Optional.empty());
    first.frame("CONNECT\naccept-version:1.2\n\n\0");
    first.received();
    first.subscribe(MEETING);
    first.say(2, MEETING, "토큰 없이");
    assertThat(first.texts()).containsExactly("토큰 없이");
    first.say(4, MEETING, "모르는 사람");
    assertError(first, 403, "해당 채팅방에 참여 중이 아닙니다.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/pub/chat/message | {\"userId\":1,\"roomId\":7000001,\"message\":\"\"} | 400",
        "/pub/chat/message | {\"userId\":1,\"roomId\":7000001,\"message\":\"  \"} | 400",
        "/pub/chat/message | {\"userId\":1,\"roomId\":7000001} | 400",
        "/pub/chat/message | {\"userId\":1,\"roomId\":\"x\",\"message\":\"a\"} | 400",
        "/pub/chat/message | not JSON | 400",
        "/pub/chat/message | {\"userId\":2,\"roomId\":7000001,\"message\":\"a\"} | 403",
        "/pub/chat/message | {\"userId\":1,\"roomId\":99,\"message\":\"a\"} | 404",
        "/pub/other | {} | 404",
      })
  void refusesWhatItDoesNotTake(String destination, String body, int status) {
    Client first = world.client("c1", 1);
    first.frame("SEND\ndestination:" + destination + "\nreceipt:r1\n\n" + body + "\0");
    StompFrame error = assertError(first, status, "");
    assertThat(error.written("receipt-id")).contains("r1");
    assertThat(world.sockets.isOpen("c1")).isFalse();
  }

  @Test
  void refusesTextsThatAreTooLong() {
    Client first = world.client("c1", 1);
    first.subscribe(MEETING);
    first.say(1, MEETING, "가".repeat(2_000));
    assertThat(first.texts()).hasSize(1);
    first.say(1, MEETING, "가".repeat(2_001));
    assertError(first, 400, "유효하지 않은 요청");
  }

  @ParameterizedTest
  @CsvSource({"/sub/chat/room/7000001,403", "/sub/chat/room/99,404", "/sub/other,404"})
  void refusesSubscriptionsOfStrangers(String destination, int status) {
    Client fourth = world.client("c4", 4);
    fourth.frame("SUBSCRIBE\nid:0\ndestination:" + destination + "\n\n\0");
    assertError(fourth, status, "");
  }

  private static StompFrame assertError(Client client, int status, String message) {
    List<StompFrame> frames = client.frames();
    assertThat(frames).hasSize(1);
    StompFrame error = frames.getFirst();
    assertThat(error.command()).isEqualTo(StompCommand.ERROR);
    assertThat(error.written("message").orElseThrow()).contains(message);
    assertThat(error.body()).contains("\"status\":" + status);
    return error;
  }
}
