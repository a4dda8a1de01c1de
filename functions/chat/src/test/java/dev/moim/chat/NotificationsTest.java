package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Answer;
import dev.moim.chat.ChatWorld.Client;
import dev.moim.chat.ChatWorld.EventSource;
import dev.moim.testkit.DynamoDbExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotificationsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  /** More than an answer holds. */
  private static final int TOLD = 220;

  private static final String ALL = "/api/v1/notifications";

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @BeforeEach
  void meeting() {
    world.meeting(MEETING, 1, 2, 3);
    world.person(4);
    world.send(2, "DELETE " + ALL, Map.of(), Map.of());
    world.send(3, "DELETE " + ALL, Map.of(), Map.of());
  }

  private List<String> types(long userId) {
    return world.send(userId, "GET " + ALL, Map.of(), Map.of()).list().stream()
        .map(it -> String.valueOf(it.get("notificationType")))
        .toList();
  }

  private static Map<String, String> about(long userId) {
    return Map.of("userId", Long.toString(userId));
  }

  @Test
  void tellPeopleWhatHappensToMeetings() {
    world.happen("meeting.applied", MEETING, 1, about(4));
    assertThat(types(1)).containsExactly("NEW_PARTICIPATION_REQUEST");
    world.happen("meeting.rejected", MEETING, 1, about(4));
    assertThat(types(4)).containsExactly("PARTICIPANT_REJECTED");
    world.approve(MEETING, 1, 4);
    assertThat(types(4)).startsWith("PARTICIPANT_APPROVED");
    world.remove("meeting.left", MEETING, 1, 4);
    assertThat(types(1)).startsWith("PARTICIPANT_LEFT");
    world.remove("meeting.kicked", MEETING, 1, 3);
    assertThat(types(3)).containsExactly("PARTICIPANT_KICKED");
    world.happen("meeting.closed", MEETING, 1, Map.of("memberIds", "1,2", "waitingIds", "3"));
    assertThat(types(2)).containsExactly("PARTICIPANT_MEETING_CLOSED");
    assertThat(types(3)).startsWith("PARTICIPANT_MEETING_CLOSED");
    world.happen("meeting.canceled", MEETING, 1, Map.of("memberIds", "1,2", "waitingIds", "4"));
    assertThat(types(2)).startsWith("MEETING_CANCELED");
    assertThat(types(4)).startsWith("MEETING_CANCELED");
    world.happen("meeting.expired", MEETING, 1, Map.of("memberIds", "1,2"));
    assertThat(types(1)).startsWith("MEETING_EXPIRED");
  }

  @Test
  void sayThatARoomHasSomethingToRead() {
    world.in(2, MEETING);
    world.client("c1", 1).say(1, MEETING, "안녕");
    Answer list = world.send(2, "GET " + ALL, Map.of(), Map.of());
    assertThat(list.list())
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("notificationType", "NEW_CHAT_MESSAGE"));
    String id = String.valueOf(list.list().getFirst().get("id"));
    assertThat(delete(2, id).status()).isEqualTo(204);
    assertThat(types(2)).isEmpty();
    assertThat(world.list(2).list().getFirst().get("unreadMessagesCount")).hasToString("0");
  }

  @Test
  void saySoToThoseTooWhoHaveNeverLookedSinceTheyCame() {
    Client host = world.client("c1", 1);
    host.say(1, MEETING, "아직 둘이네요");
    world.approve(MEETING, 1, 4);
    world.send(4, "DELETE " + ALL, Map.of(), Map.of());
    assertThat(types(4)).isEmpty();
    host.say(1, MEETING, "어서 오세요");
    assertThat(types(4)).containsExactly("NEW_CHAT_MESSAGE");
    assertThat(types(1)).as("their own").isEmpty();
    assertThat(delete(4, Long.toString(MEETING)).status()).isEqualTo(204);
    assertThat(types(4)).isEmpty();
  }

  private Answer delete(long userId, String id) {
    return world.send(
        userId, "DELETE " + ALL + "/{notificationId}", Map.of("notificationId", id), Map.of());
  }

  @Test
  void areDeletedByWhomTheyAreForAndNobodyElse() {
    world.happen("meeting.applied", MEETING, 1, about(4));
    world.happen("meeting.applied", MEETING, 1, about(4));
    Answer list = world.send(1, "GET " + ALL, Map.of(), Map.of());
    assertThat(list.list()).hasSize(2);
    String id = String.valueOf(list.list().getFirst().get("id"));
    assertThat(delete(2, id).message()).isEqualTo("알림을 찾을 수 없습니다.");
    assertThat(delete(1, id).status()).isEqualTo(204);
    assertThat(delete(1, id).status()).isEqualTo(404);
    assertThat(types(1)).hasSize(1);
    assertThat(world.send(1, "DELETE " + ALL, Map.of(), Map.of()).status()).isEqualTo(204);
    assertThat(types(1)).isEmpty();
    assertThat(world.send(0, "GET " + ALL, Map.of(), Map.of()).status()).isEqualTo(401);
  }

  @Test
  void reachSocketsThatListenAtOnce() {
    Client second = world.client("c2", 2);
    second.frame("SUBSCRIBE\nid:n\ndestination:/sub/notifications\n\n\0");
    world.happen("meeting.closed", MEETING, 1, Map.of("memberIds", "1,2"));
    assertThat(second.messages())
        .singleElement()
        .satisfies(it ->
            assertThat(it)
                .containsEntry("notificationType", "PARTICIPANT_MEETING_CLOSED")
                .containsEntry("hasNotifications", true));
  }

  @Test
  void reachAnEventSourceOnceEach() {
    EventSource source = world.eventSource(1);
    source.ask();
    assertThat(source.heard).containsExactly("connect connected!", " {\"hasNotifications\":false}");
    source.heard.clear();
    Random random = new Random(5);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < TOLD; i++) {
      String kind = random.nextBoolean() ? "applied" : "left";
      world.happen("meeting." + kind, MEETING, 1, about(4));
      expected.add(kind.equals("left") ? "PARTICIPANT_LEFT" : "NEW_PARTICIPATION_REQUEST");
      if (random.nextInt(40) == 0) {
        source.ask();
      }
    }
    for (int i = 0; i < 4; i++) {
      source.ask();
    }
    assertThat(source.heard.stream().filter(it -> !it.startsWith(" ")).map(it -> it.split(" ")[0]))
        .containsExactlyElementsOf(expected);
    assertThat(source.heard).endsWith(" {\"hasNotifications\":true}");
  }

  @Test
  void reachAPolyfillThatNamesItsLastEventInTheAddress() {
    EventSource source = world.polyfill(1);
    source.ask();
    source.heard.clear();
    world.happen("meeting.applied", MEETING, 1, about(4));
    source.ask();
    assertThat(source.heard).first().asString().startsWith("NEW_PARTICIPATION_REQUEST");
    source.heard.clear();
    source.ask();
    assertThat(source.heard).noneMatch(it -> it.startsWith("NEW_") || it.startsWith("connect"));
  }

  @Test
  void areSaidToBeThereInEachAnswerAsTheListHasThem() {
    world.in(2, MEETING);
    EventSource source = world.eventSource(2);
    assertThat(state(source)).isEqualTo(" {\"hasNotifications\":false}");
    world.client("c1", 1).say(1, MEETING, "안녕");
    assertThat(state(source)).isEqualTo(" {\"hasNotifications\":true}");
    world.happen("meeting.closed", MEETING, 1, Map.of("memberIds", "1,2"));
    world.in(2, MEETING);
    assertThat(state(source)).isEqualTo(" {\"hasNotifications\":true}");
    world.send(2, "DELETE " + ALL, Map.of(), Map.of());
    assertThat(state(source)).isEqualTo(" {\"hasNotifications\":false}");
  }

  private static String state(EventSource source) {
    source.ask();
    return source.heard.getLast();
  }

  @Test
  void costThreeRequestsWhenThereAreNoneAndOneWhenThereAreOnlyOldOnes() {
    EventSource source = world.eventSource(2);
    source.ask();
    assertCost(source, Map.of("Query", 2, "BatchGetItem", 1), 1);
    world.happen("meeting.closed", MEETING, 1, Map.of("memberIds", "1,2"));
    assertCost(source, Map.of("Query", 2), 1);
    assertThat(source.heard).anyMatch(it -> it.startsWith("PARTICIPANT_MEETING_CLOSED"));
    assertCost(source, Map.of("Query", 1), 0.5);
  }

  private static void assertCost(EventSource source, Map<String, Integer> requests, double units) {
    DYNAMO.counter().reset();
    source.ask();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(requests);
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(units);
  }
}
