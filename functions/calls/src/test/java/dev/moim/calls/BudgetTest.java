package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What each frequent operation costs, counted: requests to DynamoDB and the capacity it reports,
 * and metered messages (the frame in, the reply if there is one, the posts). Prints the table.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BudgetTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private final List<String> table = new ArrayList<>();
  private World world;

  private record Cost(int requests, double reads, double writes, int messages) {}

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @AfterAll
  void print() {
    String head =
        "%-28s %8s %10s %11s %8s"
            .formatted("operation", "requests", "read units", "write units", "messages");
    // `./moim test` shows lines that begin like this while it runs.
    System.out.println("Budget  " + head + "\nBudget  " + String.join("\nBudget  ", table));
  }

  @Test
  void joinRoomStaysCheapUpToSixteenMembers() {
    Client first = member(1);
    first.create("r1", "capacity", 16);
    for (int n = 1; n <= 16; n++) {
      Client joiner = n == 1 ? first : member(n);
      Cost cost = measure("joinRoom, room of " + n, () -> joiner.join("r1"));
      assertThat(cost.requests()).isLessThanOrEqualTo(3);
      assertThat(cost.reads()).as("the look afterwards").isLessThanOrEqualTo(2);
      assertThat(cost.writes()).as("at %s members", n).isLessThanOrEqualTo(n <= 10 ? 3 : 4);
      assertThat(cost.messages()).isEqualTo(n + 1);
    }
  }

  @Test
  void joinRoomCostsAUnitMoreWithTheLongestIds() {
    for (int n = 1; n <= 16; n++) {
      String userId = "u%063d".formatted(n);
      Client joiner = world.connect(connectionId(n));
      joiner.register(userId, "name", "가나다라마바사아자차", "device", "Galaxy Tab");
      if (n == 1) {
        joiner.create("r".repeat(64), "capacity", 16);
      }
      Cost cost = measure("joinRoom, long ids, " + n, () -> joiner.join("r".repeat(64)));
      assertThat(cost.reads()).isLessThanOrEqualTo(2);
      assertThat(cost.writes()).as("at %s members", n).isLessThanOrEqualTo(n <= 10 ? 4 : 5);
    }
  }

  @Test
  void relayCostsOneReadWhenItNamesTheRoom() {
    roomOf(10);
    Client sender = world.connect(connectionId(1));

    Cost named =
        measure("sdp with roomId", () -> relay(sender, Map.of("roomId", "r1", "sdp", "offer")));
    assertThat(named).isEqualTo(new Cost(2, 0.5, 1, 2));
    Cost unnamed = measure("sdp", () -> relay(sender, Map.of("sdp", "offer")));
    assertThat(unnamed).isEqualTo(new Cost(3, 1.5, 1, 2));
    Cost answered =
        measure(
            "sdp with roomId and reqId",
            () -> relay(sender, Map.of("roomId", "r1", "sdp", "offer", "reqId", "q")));
    assertThat(answered).isEqualTo(new Cost(2, 1, 1, 3));
  }

  @Test
  void theFirstRequestOfAConnectionInAnInstanceReadsTheConnectionToo() {
    Client fresh = member(1);
    fresh.create("r1");
    fresh.join("r1");
    World another = world.anotherInstance();
    Client there = another.connect(connectionId(1));

    Cost first =
        measure(
            "memberList, first heard",
            () -> there.send("memberList", "userId", "u1", "roomId", "r1"));
    assertThat(first).isEqualTo(new Cost(2, 1, 0, 2));
    Cost second =
        measure("memberList", () -> there.send("memberList", "userId", "u1", "roomId", "r1"));
    assertThat(second).isEqualTo(new Cost(1, 0.5, 0, 2));
  }

  @Test
  void candidatesThatComeInOrderCostOneReadAndNoWrite() {
    roomOf(10);
    Client sender = world.connect(connectionId(1));
    relay(sender, Map.of("roomId", "r1", "sdp", "offer"));

    Cost cost =
        measure(
            "candidate with roomId",
            () ->
                sender.send(
                    "candidate",
                    "userId",
                    "u1",
                    "reqId",
                    null,
                    "roomId",
                    "r1",
                    "target",
                    "u2",
                    "candidate",
                    "candidate:1"));
    assertThat(cost).isEqualTo(new Cost(1, 1, 0, 2));
  }

  @Test
  void chatCostsOneReadAndAWriteOnceItHasArrived() {
    roomOf(10);
    Client sender = world.connect(connectionId(1));

    Cost cost =
        measure(
            "chat, room of 10",
            () -> sender.send("chat", "userId", "u1", "roomId", "r1", "message", "안녕"));
    assertThat(cost).isEqualTo(new Cost(2, 0.5, 1, 11));
  }

  @Test
  void leaveRoomCostsFourRequestsALookAfterwardsIncludedAndTheLastFive() {
    roomOf(10);
    for (int n = 10; n >= 1; n--) {
      Client leaver = world.connect(connectionId(n));
      String userId = "u" + n;
      Cost cost =
          measure(
              "leaveRoom, room of " + n,
              () -> leaver.send("leaveRoom", "userId", userId, "roomId", "r1"));
      assertThat(cost.requests()).isLessThanOrEqualTo(n == 1 ? 5 : 4);
      assertThat(cost.writes()).isLessThanOrEqualTo(n == 1 ? 5 : 3);
      assertThat(cost.messages()).isEqualTo(n + 1);
    }
  }

  @Test
  void signingInAndMakingARoomCostAFewRequests() {
    Client fresh = world.connect(connectionId(1));
    Cost register = measure("register", () -> fresh.register("u1"));
    assertThat(register.requests()).isLessThanOrEqualTo(5);
    Cost create = measure("createRoom", () -> fresh.create("r1"));
    assertThat(create.requests()).isEqualTo(3);
    fresh.create("r2");
    fresh.send("destroyRoom", "roomId", "r2");
    Client elsewhere = world.anotherInstance().connect(connectionId(1)).as("u1");
    Cost stranger = measure("createRoom, license not seen", () -> elsewhere.create("r3"));
    assertThat(stranger.requests()).as("fewer rooms are open than were today").isEqualTo(4);
  }

  private Cost measure(String what, Operation operation) {
    DYNAMO.counter().reset();
    world.sockets.takePosts();
    Client.Answer answer = operation.run();
    assertThat(answer.fields().getOrDefault("code", "200")).as(what).isEqualTo("200");
    int replies = answer.fields().isEmpty() ? 0 : 1;
    Cost cost =
        new Cost(
            DYNAMO.counter().requests(),
            DYNAMO.counter().readUnits(),
            DYNAMO.counter().writeUnits(),
            1 + replies + world.sockets.takePosts());
    table.add(
        "%-28s %8d %10.1f %11.1f %8d"
            .formatted(what, cost.requests(), cost.reads(), cost.writes(), cost.messages()));
    return cost;
  }

  /** As long as API Gateway's: they are stored with every seat. */
  private static String connectionId(int n) {
    return "L0SM9cOFvHc%04d=".formatted(n);
  }

  @FunctionalInterface
  private interface Operation {
    Client.Answer run();
  }

  /** Names of ten Korean letters, the budget's measure. */
  private Client member(int n) {
    Client client = world.connect(connectionId(n));
    client.register("u" + n, "name", "가나다라마바사아자차", "device", "Galaxy Tab");
    return client;
  }

  private void roomOf(int n) {
    member(1).create("r1", "capacity", 16);
    for (int i = 1; i <= n; i++) {
      Client member = i == 1 ? world.connect(connectionId(1)) : member(i);
      member.send("joinRoom", "userId", "u" + i, "roomId", "r1");
      // From here on the instance knows the connection.
      member.send("memberList", "userId", "u" + i, "roomId", "r1");
    }
  }

  private static Client.Answer relay(Client sender, Map<String, Object> fields) {
    Map<String, Object> message = new LinkedHashMap<>(fields);
    message.put("eventOp", "sdp");
    message.put("userId", "u1");
    message.put("target", "u2");
    message.put("type", "cam");
    return sender.dispatch(message);
  }
}
