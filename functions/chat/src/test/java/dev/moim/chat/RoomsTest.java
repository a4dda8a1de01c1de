package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Answer;
import dev.moim.chat.ChatWorld.Client;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final String ROOM = "/api/v1/chatrooms/{roomId}";

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @BeforeEach
  void meeting() {
    world.meeting(MEETING, 1, 2);
    world.person(3);
  }

  private static List<Long> readers(Map<String, ?> room) {
    return ((List<?>) room.get("readerId"))
        .stream().map(id -> Long.valueOf(String.valueOf(id))).toList();
  }

  private Answer kick(long caller, long whom) {
    return world.kick(caller, MEETING, whom);
  }

  @Test
  void comesWithItsMeeting() {
    Answer room = world.send(2, "GET " + ROOM, MEETING);
    assertThat(room.status()).isEqualTo(200);
    assertThat(room.json())
        .containsKeys("meetingThumbnail", "meetingThumbnailUrl")
        .containsEntry("meetingTitle", "모임" + MEETING)
        .containsEntry("lastMessage", "")
        .containsEntry("unreadMessagesCount", null);
    assertThat(readers(room.json())).containsExactly(1L, 2L);
    Answer created = world.send(1, "POST " + ROOM, MEETING);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json()).isEqualTo(room.json());
    assertThat(world.send(2, "POST " + ROOM, MEETING).status()).isEqualTo(401);
    assertThat(world.send(3, "POST " + ROOM, MEETING).message()).isEqualTo("존재하지 않는 모임입니다.");
  }

  @Test
  void isShownToThoseWhoTakePart() {
    assertThat(world.send(3, "GET " + ROOM, MEETING).status()).isEqualTo(403);
    assertThat(world.send(3, "GET " + ROOM, 99).message()).isEqualTo("해당 채팅방이 없습니다.");
    assertThat(world.send(0, "GET " + ROOM, MEETING).status()).isEqualTo(401);
    assertThat(world.in(3, MEETING).message()).isEqualTo("해당 채팅방에 참여 중이 아닙니다.");
    assertThat(world.out(3, MEETING).status()).isEqualTo(403);
    assertThat(world.in(2, 99).status()).isEqualTo(404);
    Answer people = world.send(2, "GET " + ROOM + "/participants", MEETING);
    assertThat(people.list())
        .extracting(it -> String.valueOf(it.get("nickname")))
        .containsExactly("사람1", "사람2");
    assertThat(people.list().getFirst()).containsKeys("userId", "id", "profileImageUrl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "null", "undefined", "-1", "0", "1.5", "%20", "7000001a"})
  void isNoRoomByWhatIsNoNumber(String id) {
    Map<String, String> path = Map.of("roomId", id, "userId", "2");
    for (String route :
        List.of("GET ", "POST ", "DELETE ").stream().map(method -> method + ROOM).toList()) {
      assertThat(world.send(1, route, path, Map.of()).message()).isEqualTo("유효하지 않은 요청");
    }
    for (String what : List.of("join", "leave", "in", "out", "withdrawal/{userId}")) {
      Answer answer = world.send(1, "POST " + ROOM + "/" + what, path, Map.of());
      assertThat(answer.status()).isEqualTo(400);
    }
    String kick = "POST " + ROOM + "/withdrawal/{userId}";
    Map<String, String> whom = Map.of("roomId", Long.toString(MEETING), "userId", id);
    assertThat(world.send(1, kick, whom, Map.of()).status()).isEqualTo(400);
    assertThat(world.send(1, "GET " + ROOM + "/participants", path, Map.of()).status())
        .isEqualTo(400);
    assertThat(world.send(1, "GET " + ROOM, 99_999_999_999_999_999L).status()).isEqualTo(404);
  }

  @Test
  void letsInWhomItsMeetingLetIn() {
    assertThat(world.send(2, "POST " + ROOM + "/join", MEETING).message())
        .isEqualTo("이미 채팅방의 참여자입니다.");
    assertThat(world.send(3, "POST " + ROOM + "/join", MEETING).status()).isEqualTo(403);
  }

  @Test
  void letsMembersGoAndAsksTheirMeetingToo() {
    Answer left = world.send(2, "POST " + ROOM + "/leave", MEETING);
    assertThat(left.status()).isEqualTo(200);
    assertThat(readers(left.json())).containsExactly(1L);
    assertThat(world.list(2).list()).isEmpty();
    assertThat(world.partings()).containsExactly("chat.leaving 2");
    assertThat(world.send(1, "POST " + ROOM + "/leave", MEETING).message())
        .isEqualTo("호스트는 이 작업을 수행할 수 없습니다.");
  }

  @Test
  void letsItsHostPutMembersOut() {
    Client second = world.client("c2", 2);
    second.subscribe(MEETING);
    assertThat(kick(2, 1).message()).isEqualTo("호스트만 이 작업을 수행할 수 있습니다.");
    assertThat(kick(1, 3).message()).isEqualTo("사용자를 찾을 수 없습니다.");
    assertThat(kick(1, 1).status()).isEqualTo(404);
    assertThat(readers(kick(1, 2).json())).containsExactly(1L);
    assertThat(world.partings()).containsExactly("chat.kicking 2");
    world.client("c1", 1).say(1, MEETING, "이제 없어요");
    assertThat(second.received()).isEmpty();
  }

  @Test
  void hearsNothingFromWhomItsMeetingIsStillToLetGo() {
    Client second = world.client("c2", 2);
    kick(1, 2);
    second.say(2, MEETING, "한 마디만");
    assertThat(second.messages())
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("message", "해당 채팅방에 참여 중이 아닙니다."));
    assertThat(world.in(2, MEETING).status()).isEqualTo(403);
    assertThat(world.send(2, "POST " + ROOM + "/join", MEETING).status()).isEqualTo(403);
    world.remove("meeting.kicked", MEETING, 1, 2);
    world.approve(MEETING, 1, 2);
    world.client("c3", 2).say(2, MEETING, "다시 왔어요");
    assertThat(world.in(2, MEETING).texts()).contains("다시 왔어요").doesNotContain("한 마디만");
    assertThat(world.list(2).list()).hasSize(1);
  }

  @Test
  void isDeletedByItsHostOrWithItsMeeting() {
    assertThat(world.send(2, "DELETE " + ROOM, MEETING).status()).isEqualTo(401);
    Answer deleted = world.send(1, "DELETE " + ROOM, MEETING);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(world.list(2).list()).isEmpty();
    assertThat(world.in(2, MEETING).status()).isEqualTo(404);
    world.meeting(MEETING + 1, 1, 2);
    world.happen("meeting.canceled", MEETING + 1, 1, Map.of("memberIds", "1,2"));
    assertThat(world.send(2, "GET " + ROOM, MEETING + 1).status()).isEqualTo(404);
    assertThat(world.list(1).list()).isEmpty();
  }

  @Test
  void looksAsItsMeetingDoesEvenIfItWasAskedForFirst() {
    world.group(MEETING + 2, 1);
    Answer early = world.send(1, "POST " + ROOM, MEETING + 2);
    assertThat(early.status()).isEqualTo(201);
    world.happen("meeting.created", MEETING + 2, 1, Map.of("picture", "meetings/a/b"));
    assertThat(thumbnail(world.send(1, "GET " + ROOM, MEETING + 2))).contains("/meetings/a/b/");
  }

  private static String thumbnail(Answer room) {
    return String.valueOf(room.json().get("meetingThumbnailUrl"));
  }

  @Test
  void isMadeAgainAsItsMeetingIsByThen() {
    world.send(1, "DELETE " + ROOM, MEETING);
    Map<String, String> changed = Map.of("title", "새 이름", "picture", "meetings/a/c");
    world.happen("meeting.changed", MEETING, 1, changed);
    assertThat(world.send(1, "GET " + ROOM, MEETING).status()).isEqualTo(404);
    Answer again = world.send(1, "POST " + ROOM, MEETING);
    assertThat(again.json()).containsEntry("meetingTitle", "새 이름");
    assertThat(thumbnail(again)).contains("/meetings/a/c/");
    assertThat(readers(again.json())).containsExactly(1L);
    assertThat(world.send(2, "POST " + ROOM + "/join", MEETING).status()).isEqualTo(200);
    assertThat(world.list(2).list()).hasSize(1);
  }

  @Test
  void isMadeAgainWithoutWhatWasSaidInIt() {
    Client first = world.client("c1", 1);
    for (int i = 1; i <= 4; i++) {
      first.say(1, MEETING, "옛말 " + i);
    }
    String old = String.valueOf(world.in(1, MEETING).list().getFirst().get("messageId"));
    world.send(1, "DELETE " + ROOM, MEETING);
    world.send(1, "POST " + ROOM, MEETING);
    assertThat(world.in(1, MEETING).list()).isEmpty();
    assertThat(world.in(1, MEETING, Map.of("before", old)).list()).isEmpty();
    first.say(1, MEETING, "새말");
    assertThat(world.in(1, MEETING).texts()).containsExactly("새말");
    String last = String.valueOf(world.in(1, MEETING).list().getFirst().get("messageId"));
    assertThat(world.in(1, MEETING, Map.of("before", last)).list()).isEmpty();
    Map<String, String> after = Map.of("after", old, "pageSize", "2");
    assertThat(world.in(1, MEETING, after).texts()).containsExactly("새말");
    world.clock.advance(Duration.ofMinutes(1));
    first.received();
    first.frame(first.subscription(MEETING, "last-message-id:" + old + "\n"));
    assertThat(first.texts()).containsExactly("새말");
  }

  @Test
  void staysDeletedHoweverOftenTheNewsOfItsMeetingCome() {
    world.send(1, "DELETE " + ROOM, MEETING);
    world.happen("meeting.created", MEETING, 1, Map.of());
    assertThat(world.in(1, MEETING).status()).isEqualTo(404);
    Client first = world.client("c1", 1);
    first.say(1, MEETING, "누구 없어요?");
    assertThat(first.messages()).singleElement().asString().contains("404");
  }

  @Test
  void showsItsHistoryPageByPage() {
    Client first = world.client("c1", 1);
    for (int i = 1; i <= 7; i++) {
      first.say(1, MEETING, "말 " + i);
    }
    Answer last = world.in(2, MEETING, Map.of("pageSize", "3"));
    assertThat(last.texts()).containsExactly("말 5", "말 6", "말 7");
    String before = String.valueOf(last.list().getFirst().get("messageId"));
    Answer earlier = world.in(2, MEETING, Map.of("pageSize", "3", "before", before));
    assertThat(earlier.texts()).containsExactly("말 2", "말 3", "말 4");
    String after = String.valueOf(earlier.list().getLast().get("messageId"));
    assertThat(world.in(2, MEETING, Map.of("after", after)).texts())
        .containsExactly("말 5", "말 6", "말 7");
    assertThat(last.list().getFirst().get("createdAt").toString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
    assertThat(world.in(2, MEETING, Map.of("pageSize", "0")).message()).isEqualTo("유효하지 않은 요청");
    assertThat(world.in(2, MEETING, Map.of("before", "x")).status()).isEqualTo(400);
  }

  @Test
  void showsItsPeopleAsTheyLookByNow() {
    world.picture(1, "users/1/before");
    Client first = world.client("c1", 1);
    first.say(1, MEETING, "찰칵");
    String id = String.valueOf(world.in(2, MEETING).list().getLast().get("messageId"));
    String before = id.substring(0, 13);
    world.picture(1, "users/1/after");
    Map<String, String> after = Map.of("after", before);
    String url = "https://pictures.example.com/users/1/after/thumbnail";
    assertThat(pictures(world.in(2, MEETING).list())).last().isEqualTo(url);
    assertThat(pictures(world.in(2, MEETING, after).list())).containsExactly(url);
    Client second = world.client("c2", 2);
    second.frame(second.subscription(MEETING, "last-message-id:" + before + "\n"));
    assertThat(pictures(second.messages())).containsExactly(url);
  }

  private static List<Object> pictures(List<? extends Map<String, ?>> messages) {
    return messages.stream().<Object>map(it -> it.get("userProfileImageUrl")).toList();
  }

  @Test
  void countsWhatIsUnread() {
    Client first = world.client("c1", 1);
    first.say(1, MEETING, "하나");
    assertThat(world.list(2).list().getFirst()).containsEntry("unreadMessagesCount", null);
    world.in(2, MEETING);
    first.say(1, MEETING, "둘");
    first.say(1, MEETING, "셋");
    assertThat(world.list(2).list().getFirst().get("unreadMessagesCount")).hasToString("2");
    assertThat(world.list(2).list().getFirst()).containsEntry("lastMessage", "셋");
    assertThat(world.out(2, MEETING).list().getFirst().get("unreadMessagesCount")).hasToString("0");
    assertThat(world.list(2).list().getFirst().get("unreadMessagesCount")).hasToString("0");
  }
}
