package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each request costs, as the table in RATIONALE.md has it. */
class BudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @Test
  void ofAMessageHoweverManyListen() {
    world.meeting(MEETING, 1, 2, 3);
    Client first = world.client("c1", 1);
    first.subscribe(MEETING);
    world.clock.advance(Duration.ofMinutes(1));
    first.say(1, MEETING, "혼잣");
    DYNAMO.counter().reset();
    first.say(1, MEETING, "혼잣말");
    double alone = DYNAMO.counter().writeUnits();
    for (int i = 2; i <= 40; i++) {
      world.client("c" + i, 2 + i % 2).subscribe(MEETING);
    }
    world.clock.advance(Duration.ofMinutes(1));
    world.sockets.takePosts();
    assertCost(
        Map.of("BatchGetItem", 1, "TransactWriteItems", 1, "Query", 1),
        () -> first.say(1, MEETING, "안녕들"));
    assertThat(DYNAMO.counter().writeUnits())
        .as("nothing is written for those who listen")
        .isEqualTo(alone)
        .isPositive();
    assertThat(world.sockets.takePosts()).isEqualTo(40);
  }

  @Test
  void ofEnteringARoomWithManyMessages() {
    world.meeting(MEETING, 1, 2);
    Client first = world.client("c1", 1);
    for (int i = 0; i < 60; i++) {
      world.clock.advance(Duration.ofSeconds(1));
      first.say(1, MEETING, "말 " + i);
    }
    assertCost(
        Map.of("Query", 1, "TransactWriteItems", 1, "BatchGetItem", 1),
        () -> assertThat(world.in(2, MEETING).list()).hasSize(50));
    String first50 = String.valueOf(world.in(2, MEETING).list().getFirst().get("messageId"));
    assertCost(
        Map.of("BatchGetItem", 2, "Query", 1),
        () -> assertThat(world.in(2, MEETING, Map.of("before", first50)).list()).hasSize(11));
  }

  @Test
  void ofAListOfFiftyRooms() {
    for (int i = 0; i < 50; i++) {
      world.meeting(MEETING + i, 1);
    }
    assertCost(
        Map.of("Query", 1, "BatchGetItem", 1), () -> assertThat(world.list(1).list()).hasSize(50));
  }

  private static void assertCost(Map<String, Integer> requests, Runnable action) {
    DYNAMO.counter().reset();
    action.run();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(requests);
  }
}
