package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each request costs, as the table in RATIONALE.md has it. */
class BudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final Map<String, Integer> READ = Map.of("BatchGetItem", 1);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());
  private String study = "";

  @BeforeEach
  void setUp() {
    study = api.study("ben");
  }

  @Test
  void ofACall() {
    assertCost(Map.of("BatchGetItem", 1, "PutItem", 1), () -> api.as("ann", study).start());
    assertCost(READ, () -> api.as("ben", study).start());
    String id = api.as("ann", study).status().text("session.id");
    Map<String, Integer> readAndUpdate = Map.of("BatchGetItem", 1, "UpdateItem", 1);
    assertCost(readAndUpdate, () -> api.as("ann", study).join(id));
    assertCost(readAndUpdate, () -> api.as("ben", study).join(id));
    assertCost(READ, () -> api.as("ann", study).status());
    assertCost(readAndUpdate, () -> api.as("ben", study).leave(id));
    assertCost(
        Map.of("BatchGetItem", 1, "TransactWriteItems", 1), () -> api.as("ann", study).leave(id));
    assertCost(READ, () -> api.as("ann", study).leave(id));
    assertCost(Map.of("BatchGetItem", 1, "PutItem", 1), () -> api.as("ann", study).start());
    assertCost(READ, () -> api.as("ben", study).leave(id));
  }

  @Test
  void ofHistoryAndStatistics() {
    for (int i = 0; i < 30; i++) {
      api.session(study, Duration.ofMinutes(1), "ben");
    }
    for (String period : List.of("week", "month", "year", "all")) {
      assertCost(
          Map.of("GetItem", 1, "Query", 1),
          () -> api.as("ben", study).with("period", period).stats());
    }
    assertCost(READ, () -> api.as("ann", study).stats("ben"));
    assertCost(Map.of("BatchGetItem", 1, "Query", 1), () -> api.as("ben", study).history());
    assertCost(READ, () -> api.as("ben", study).with("page", "9").history());
  }

  @Test
  void ofMembers() {
    Map<String, Integer> change = Map.of("BatchGetItem", 1, "TransactWriteItems", 1);
    assertCost(Map.of("TransactWriteItems", 1), () -> api.as("eve").create("{\"name\":\"a\"}"));
    assertCost(Map.of("Query", 1), () -> api.as("ann").studies());
    assertCost(change, () -> api.as("ann", study).add("cat", "{\"status\":\"INVITED\"}"));
    assertCost(
        Map.of("GetItem", 1, "TransactWriteItems", 1),
        () -> api.as("cat", study).change("cat", "{\"status\":\"ACTIVE\"}"));
    assertCost(change, () -> api.as("ann", study).change("cat", "{\"role\":\"OWNER\"}"));
    // Whoever is removed may be in the call, and online: two reads find out.
    assertCost(
        Map.of("BatchGetItem", 1, "GetItem", 2, "TransactWriteItems", 1),
        () -> api.as("ann", study).remove("cat"));
  }

  private static void assertCost(Map<String, Integer> requests, Runnable action) {
    DYNAMO.counter().reset();
    action.run();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(requests);
  }
}
