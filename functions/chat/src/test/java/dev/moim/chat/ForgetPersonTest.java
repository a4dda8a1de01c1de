package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.chat.ChatWorld.Client;
import dev.moim.chat.lambda.MeetingsHandler;
import dev.moim.chat.message.Author;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.MessageIds;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.Person;
import dev.moim.shared.people.PersonGone;
import dev.moim.shared.people.dynamodb.PersonItem;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose account is deleted is forgotten by rooms, wherever the function that does it dies. */
class ForgetPersonTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final long HOST = 1;
  private static final long GUEST = 3;

  /** Whoever goes, a number that stands nowhere else. */
  private static final long GONE = 777_001;

  private static final String NUMBER = Long.toString(GONE);
  private static final String PICTURE = "users/" + NUMBER + "/k3j9x2ab";

  /** Others come before every fourth request; {@code -Dmoim.forget.step=1}: before each. */
  private static final int STEP = Integer.getInteger("moim.forget.step", 4);

  /** A room they are in, one that is theirs, one they have left, and one that is gone. */
  private static final long GUESTS = MEETING;

  private static final long OWN = MEETING + 1;
  private static final long LEFT = MEETING + 2;
  private static final long OVER = MEETING + 3;

  private ChatWorld world;
  private Client client;

  /** All there may be of somebody. */
  @BeforeEach
  void live() {
    DYNAMO.beforeEach(null);
    world = new ChatWorld(DYNAMO, "strict");
    List.of(GUESTS, LEFT, OVER).forEach(room -> world.meeting(room, HOST, GUEST, GONE));
    world.meeting(OWN, GONE, GUEST);
    world.picture(GONE, PICTURE);
    client = world.client("gone", GONE);
    client.subscribe(GUESTS);
    client.frame("SUBSCRIBE\nid:n\ndestination:/sub/notifications\n\n\0");
    for (long room : List.of(GUESTS, OWN, LEFT, OVER)) {
      client.frame(client.saying(GONE, room, "여기 " + room, Map.of("clientId", "a" + room)));
    }
    Client second = world.client("gone2", GONE);
    second.subscribe(OWN);
    world.client("guest", GUEST).subscribe(GUESTS);
    world.in(HOST, GUESTS);
    client.say(GONE, GUESTS, "안녕히 계세요");
    world.happen("meeting.applied", GUESTS, HOST, Map.of("userId", NUMBER));
    world.happen("meeting.closed", GUESTS, HOST, Map.of("memberIds", "1,3," + NUMBER));
    world.remove("meeting.left", LEFT, HOST, GONE);
    world.happen("meeting.canceled", OVER, HOST, Map.of("memberIds", "1,3," + NUMBER));
    deleteAccount();
  }

  private static void deleteAccount() {
    DYNAMO
        .client()
        .deleteItem(it -> it.tableName(DYNAMO.table("AccountsTable")).key(PersonItem.key(GONE)));
  }

  /**
   * What the stream of meetings says then.
   *
   * @return false if it has to come again
   */
  private boolean tellGone(long userId) {
    DomainEvent event = PersonGone.of(userId, world.clock.instant());
    var fields = Map.of("userId", new AttributeValue(event.field("userId")));
    Map<String, AttributeValue> image =
        Map.of(
            DomainEvent.Item.ID,
            new AttributeValue(event.id()),
            DomainEvent.Item.KIND,
            new AttributeValue(event.kind()),
            DomainEvent.Item.FIELDS,
            new AttributeValue().withM(fields),
            DomainEvent.Item.OCCURRED_AT,
            new AttributeValue().withN("1"));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(new StreamRecord().withNewImage(image).withSequenceNumber(event.id()));
    DynamodbEvent batch = new DynamodbEvent();
    batch.setRecords(List.of(record));
    return new MeetingsHandler(world.wiring)
        .handleRequest(batch, TestContext.INSTANCE)
        .getBatchItemFailures()
        .isEmpty();
  }

  private static String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("ChatsTable", "ConnectionsTable")) {
      DYNAMO
          .client()
          .scanPaginator(r -> r.tableName(DYNAMO.table(table)))
          .items()
          .forEach(item -> all.append(item).append('\n'));
    }
    return all.toString();
  }

  private void assertForgotten() {
    assertThat(everything()).doesNotContain(NUMBER);
    assertThat(world.sockets.isOpen("gone")).isFalse();
    assertThat(world.sockets.isOpen("gone2")).isFalse();
    assertThat(world.sockets.isOpen("guest")).isTrue();
  }

  @Test
  void whatTheySaidStaysAndWasSaidByNobody() {
    assertThat(everything()).contains("사람" + NUMBER, "user#" + NUMBER).doesNotContain(PICTURE);
    assertThat(unread(HOST)).isEqualTo("1");
    assertThat(tellGone(GONE)).isTrue();
    assertForgotten();
    assertThat(unread(HOST)).isEqualTo("1");
    List<Map<String, @Nullable Object>> said = world.in(HOST, GUESTS).list();
    assertThat(said)
        .extracting(it -> it.get("message"))
        .containsExactly("사람3님이 들어왔습니다.", Person.NOBODY + "님이 들어왔습니다.", "여기 " + GUESTS, "안녕히 계세요");
    assertThat(said.getLast())
        .containsEntry("userNickname", Person.NOBODY)
        .containsEntry("userProfileImageUrl", "")
        .satisfies(it -> assertThat(it.get("userId")).hasToString("0"));
    assertThat(world.send(HOST, "GET /api/v1/notifications", Map.of(), Map.of()).list())
        .extracting(it -> String.valueOf(it.get("content")))
        .contains(Person.NOBODY + "님이 '모임" + GUESTS + "' 모임에 참여를 신청했습니다.");
    assertThat(tellGone(GONE)).as("it may come again").isTrue();
    assertForgotten();
  }

  private String unread(long userId) {
    return world.list(userId).list().stream()
        .filter(it -> String.valueOf(it.get("roomId")).equals("" + GUESTS))
        .map(it -> String.valueOf(it.get("unreadMessagesCount")))
        .findAny()
        .orElseThrow();
  }

  @Test
  void theirRoomsGoOnWithoutAHost() {
    tellGone(GONE);
    var own = world.send(GUEST, "GET /api/v1/chatrooms/{roomId}", OWN);
    assertThat(own.json().get("hostId")).hasToString("0");
    assertThat(own.json().get("readerId")).hasToString("[3]");
    assertThat(world.kick(GUEST, OWN, HOST).status()).isEqualTo(401);
    Client guest = world.client("guest2", GUEST);
    guest.subscribe(OWN);
    guest.say(GUEST, OWN, "아직 있어요");
    assertThat(guest.texts()).containsExactly("아직 있어요");
  }

  @Test
  void whatIsHeardOfThemLaterBringsNothingBack() {
    tellGone(GONE);
    world.remove("meeting.left", GUESTS, HOST, GONE);
    world.happen("meeting.expired", OWN, 0, Map.of("memberIds", "3," + NUMBER));
    world.happen("meeting.rejected", LEFT, HOST, Map.of("userId", NUMBER));
    assertThat(everything()).doesNotContain(NUMBER, "user#0");
    assertThat(world.in(HOST, GUESTS).texts()).endsWith(Person.NOBODY + "님이 나갔습니다.");
  }

  @Test
  void itMayDieBeforeAnyRequestAndBeginAgain() {
    int requests = 0;
    boolean done = false;
    while (!done) {
      requests++;
      live();
      DYNAMO.faults().die(requests);
      done = tellGone(GONE);
      DYNAMO.faults().reset();
      assertThat(tellGone(GONE)).as("after dying before request %s", requests).isTrue();
      assertForgotten();
    }
    assertThat(requests).as("it died before each of them").isGreaterThan(15);
  }

  /** Right before one of its requests, others do what they may. */
  @Test
  void othersMayBeFasterMeanwhile() {
    for (int what = 0; what < 3; what++) {
      boolean reached = true;
      for (int request = 1 + what; reached; request += STEP) {
        live();
        boolean[] happened = new boolean[1];
        int other = what;
        DYNAMO
            .faults()
            .meanwhile(
                request,
                () -> {
                  happened[0] = true;
                  act(other);
                });
        boolean done = tellGone(GONE);
        DYNAMO.faults().reset();
        reached = happened[0];
        assertThat(done || tellGone(GONE)).as("%s before %s", what, request).isTrue();
        assertThat(everything()).as("%s before %s", what, request).doesNotContain(NUMBER);
      }
    }
  }

  private void act(int what) {
    switch (what) {
      case 0 -> world.send(HOST, "DELETE /api/v1/chatrooms/{roomId}", GUESTS);
      case 1 -> world.happen("meeting.canceled", OWN, 0, Map.of("memberIds", "3"));
      default -> expireMessages();
    }
  }

  /** As when their time to live is over. */
  private static void expireMessages() {
    var table = DYNAMO.table("ChatsTable");
    DYNAMO
        .client()
        .scanPaginator(it -> it.tableName(table).filterExpression("attribute_exists(sentAt)"))
        .items()
        .forEach(item ->
            DYNAMO
                .client()
                .deleteItem(it ->
                    it.tableName(table)
                        .key(Map.of("id", item.get("id"), "item", item.get("item")))));
  }

  @Test
  void requestsAreFew() {
    DYNAMO.counter().reset();
    tellGone(5);
    assertThat(DYNAMO.counter().byOperation()).as("of nobody").isEqualTo(Map.of("Query", 4));
    for (int i = 0; i < 150; i++) {
      Instant at = world.clock.instant().plusMillis(i);
      Author author = new Author(GONE, "사람" + NUMBER, null);
      world
          .wiring
          .messages()
          .add(ChatMessage.said(GUESTS, MessageIds.next(at), author, "말", at), Optional.empty());
    }
    DYNAMO.counter().reset();
    tellGone(GONE);
    assertThat(DYNAMO.counter().byOperation())
        .as("2 rooms, 2 sockets with 3 subscriptions, more than 100 messages")
        .isEqualTo(
            Map.of(
                "Query",
                4,
                "GetItem",
                2,
                "DeleteItem",
                7,
                "UpdateItem",
                2,
                "TransactWriteItems",
                5));
    assertForgotten();
  }
}
