package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.kernel.DomainEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Events as items of a table with a stream. */
public final class EventItems {

  /**
   * As long as a queue of failures keeps its messages: they name a record of the stream, which is
   * gone after a day, and not what was in it.
   */
  public static final Duration KEPT = Duration.ofDays(14);

  private EventItems() {}

  /**
   * The part of a transaction that lets the event leave.
   *
   * @param key what the table wants as its key. Events with the same partition key stay in order
   */
  public static TransactWriteItem put(
      String table, Map<String, AttributeValue> key, DomainEvent event) {
    return TransactWriteItem.builder()
        .put(it -> it.tableName(table).item(item(key, event)))
        .build();
  }

  static Map<String, AttributeValue> item(Map<String, AttributeValue> key, DomainEvent event) {
    Map<String, AttributeValue> fields = new HashMap<>();
    event.fields().forEach((name, value) -> fields.put(name, text(value)));
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(DomainEvent.Item.ID, text(event.id()));
    item.put(DomainEvent.Item.OCCURRED_AT, number(event.occurredAt().toEpochMilli()));
    item.put(DomainEvent.Item.KIND, text(event.kind()));
    item.put(DomainEvent.Item.FIELDS, AttributeValue.fromM(fields));
    item.put(DomainEvent.Item.EXPIRES_AT, number(event.occurredAt().plus(KEPT).getEpochSecond()));
    return item;
  }
}
