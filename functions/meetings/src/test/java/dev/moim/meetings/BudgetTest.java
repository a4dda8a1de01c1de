package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What each request costs, as the table in RATIONALE.md has it. */
class BudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private final MeetingsApi api = new MeetingsApi(DYNAMO, TestClock.at("2100-02-01T09:00:00Z"));
  private long meeting;

  @BeforeEach
  void scene() {
    api.people(1, 5);
    meeting = api.as(1).created(Form.of("모임").with("maxCount", 2));
    api.stream.deliver();
  }

  /**
   * A transaction takes two units for each 1 KB of an item, and so do the index entries of what is
   * in one: the meeting, the day of its author, and the author as a member.
   */
  @Test
  void ofAMeetingWithFortyLettersItsCatalogueIncluded() {
    String title = "강남역에서 같이 삼겹살 먹고 이야기도 나누는 편안한 저녁 모임이에요 오세요";
    assertThat(title.length()).isGreaterThanOrEqualTo(40);
    Form form = Form.of(title);
    assertCost(Map.of("GetItem", 1, "TransactWriteItems", 1), () -> api.as(2).created(form));
    List<Map<String, AttributeValue>> written = new ArrayList<>();
    scan("MeetingsTable", "#title = :value OR #id = :author", title).forEach(written::add);
    scan("GroupsTable", "#title = :value OR #id = :author", title).forEach(written::add);
    assertThat(written).hasSize(3);
    int units =
        written.stream()
            .mapToInt(item -> 2 * ItemSize.units(item) * (isIndexed(item) ? 2 : 1))
            .sum();
    assertThat(units).isEqualTo(10);
    DYNAMO.counter().reset();
    api.stream.deliver();
    assertThat(DYNAMO.counter().byOperation())
        .containsEntry("GetItem", 1)
        .containsEntry("PutItem", 1);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(1);
  }

  private static boolean isIndexed(Map<String, AttributeValue> item) {
    return item.containsKey("list") || item.containsKey("userId");
  }

  private static List<Map<String, AttributeValue>> scan(String table, String filter, String title) {
    String name = table.equals("MeetingsTable") ? "title" : "groupName";
    return DYNAMO
        .client()
        .scan(it ->
            it.tableName(DYNAMO.table(table))
                .filterExpression(filter)
                .expressionAttributeNames(Map.of("#title", name, "#id", "id"))
                .expressionAttributeValues(
                    Map.of(
                        ":value", AttributeValue.fromS(title),
                        ":author", AttributeValue.fromS("author#2"))))
        .items();
  }

  @Test
  void ofAChangeAndAnEnd() {
    Map<String, Integer> change = Map.of("BatchGetItem", 1, "TransactWriteItems", 1);
    Map<String, Integer> end = Map.of("BatchGetItem", 1, "Query", 1, "TransactWriteItems", 1);
    assertCost(change, () -> api.as(1).update(meeting, Form.of("다른 모임")));
    assertCost(end, () -> api.as(1).complete(meeting));
    assertCost(end, () -> api.as(1).delete(meeting));
  }

  @Test
  void ofApplications() {
    Map<String, Integer> change = Map.of("BatchGetItem", 1, "TransactWriteItems", 1);
    assertCost(change, () -> api.as(2).applied(meeting));
    long second = api.as(3).applied(meeting);
    long third = api.as(4).applied(meeting);
    assertCost(change, () -> api.as(1).reject(third));
    assertCost(change, () -> api.as(1).approve(second));
    assertCost(change, () -> api.as(4).withdraw(third));
    assertCost(Map.of("BatchGetItem", 2, "Query", 1), () -> api.as(1).participants(meeting));
    assertCost(change, () -> api.as(3).remove(meeting, 3));
    api.as(1).approve(api.as(3).applied(meeting));
    long fourth = api.as(5).applied(meeting);
    // Refused: whether it is full has to be asked.
    assertCost(
        Map.of("BatchGetItem", 1, "TransactWriteItems", 1, "GetItem", 1),
        () -> api.as(1).approve(fourth));
  }

  @Test
  void ofLists() {
    api.as(2).applied(meeting);
    Map<String, Integer> own = Map.of("GetItem", 1, "Query", 1, "BatchGetItem", 1);
    assertCost(own, () -> api.as(2).applications(Map.of()));
    assertCost(own, () -> api.as(1).created(Map.of()));
    assertCost(Map.of("GetItem", 1), () -> api.nobody().read(meeting));
    assertCost(Map.of("Query", 1), () -> api.nobody().list(Map.of()));
  }

  private static void assertCost(Map<String, Integer> requests, Runnable action) {
    DYNAMO.counter().reset();
    action.run();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(requests);
  }
}
