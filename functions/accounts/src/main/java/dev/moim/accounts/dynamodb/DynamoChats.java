package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.accounts.export.Chats;
import dev.moim.shared.aws.dynamodb.Batch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads where the family of chat keeps its items. */
public final class DynamoChats implements Chats {

  private static final String ID = "id"; // partition key, S
  private static final String ITEM = "item"; // sort key, S
  private static final String MENTIONS = "mentions"; // the index, by person
  private static final String SEAT = "room#";
  private static final String NOTIFICATION = "n#";
  private static final String MESSAGE = "m#";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoChats(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Traces of(long userId) {
    List<Map<String, AttributeValue>> kept = kept(userId);
    return new Traces(
        kept.stream()
            .filter(item -> textOf(item, ITEM).startsWith(SEAT))
            .map(item -> textOf(item, ITEM).substring(SEAT.length()))
            .toList(),
        said(userId),
        kept.stream()
            .filter(item -> textOf(item, ITEM).startsWith(NOTIFICATION))
            .map(DynamoChats::told)
            .toList());
  }

  private List<Map<String, AttributeValue>> kept(long userId) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("#id = :user")
                .expressionAttributeNames(Map.of("#id", ID))
                .expressionAttributeValues(Map.of(":user", text("user#" + userId))))
        .items()
        .stream()
        .toList();
  }

  private static Told told(Map<String, AttributeValue> item) {
    String id = textOf(item, ITEM).substring(NOTIFICATION.length());
    return new Told(id, textOf(item, "type"), textOf(item, "title"));
  }

  /** What the room has said of them is there as well, and left out. */
  private List<Said> said(long userId) {
    var keys =
        dynamo
            .query(r ->
                r.tableName(table)
                    .indexName(MENTIONS)
                    .keyConditionExpression("#person = :person AND begins_with(#item, :messages)")
                    .expressionAttributeNames(Map.of("#person", "person", "#item", ITEM))
                    .expressionAttributeValues(
                        Map.of(":person", number(userId), ":messages", text(MESSAGE)))
                    .scanIndexForward(false)
                    .limit(MOST_SAID))
            .items();
    Batch batch = Batch.eventual();
    keys.forEach(key -> batch.add(table, Map.of(ID, key.get(ID), ITEM, key.get(ITEM))));
    return batch.read(dynamo).of(table).stream()
        .filter(item -> !flagOf(item, "notice"))
        .map(DynamoChats::said)
        .sorted(Comparator.comparing(Said::at).reversed())
        .toList();
  }

  private static Said said(Map<String, AttributeValue> item) {
    return new Said(
        textOf(item, ID).substring(SEAT.length()),
        Instant.ofEpochMilli(numberOf(item, "sentAt")),
        textOf(item, "text"));
  }
}
