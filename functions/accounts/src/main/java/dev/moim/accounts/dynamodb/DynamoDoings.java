package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.accounts.export.Doings;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads where the families of meetings and studies keep their items. */
public final class DynamoDoings implements Doings {

  private static final String MEETING = "meeting";
  private static final String LISTS = "lists"; // the index of meetings, by list
  private static final String TOTALS = "user#"; // and whose, in the table of calls

  private final DynamoDbClient dynamo;
  private final Tables tables;

  /** Their names. */
  public record Tables(String meetings, String studyCalls) {}

  public DynamoDoings(DynamoDbClient dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Found of(long userId, List<Member> groups) {
    Batch batch = Batch.eventual();
    for (Member member : groups) {
      batch.add(tables.studyCalls(), totals(member));
      if (member.group().kind() == Kind.MEETING && member.owns()) {
        batch.add(tables.meetings(), meeting(member));
      }
    }
    Batch.Found found = batch.read(dynamo);
    return new Found(
        found.of(tables.meetings()).stream().map(DynamoDoings::made).toList(),
        applied(userId),
        found.of(tables.studyCalls()).stream().map(DynamoDoings::called).toList());
  }

  private static Map<String, AttributeValue> totals(Member member) {
    return Map.of("studyId", text(member.group().id()), "item", text(TOTALS + member.userId()));
  }

  private static Map<String, AttributeValue> meeting(Member author) {
    return Map.of("id", text(MEETING + "#" + author.group().id()), "item", text(MEETING));
  }

  private static Made made(Map<String, AttributeValue> item) {
    return new Made(
        textOf(item, "id").substring(MEETING.length() + 1),
        Instant.ofEpochSecond(numberOf(item, "at")),
        textOf(item, "title"),
        textOf(item, "content"));
  }

  private static Called called(Map<String, AttributeValue> item) {
    return new Called(
        textOf(item, "studyId"), numberOf(item, "sessions"), numberOf(item, "seconds"));
  }

  private List<Applied> applied(long userId) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(tables.meetings())
                .indexName(LISTS)
                .keyConditionExpression("#list = :user")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Map.of(":user", text("user#" + userId))))
        .items()
        .stream()
        .map(item ->
            new Applied(numberOf(item, "meeting"), textOf(item, "title"), textOf(item, "status")))
        .toList();
  }
}
