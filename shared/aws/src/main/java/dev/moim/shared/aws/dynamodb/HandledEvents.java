package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;

import dev.moim.shared.kernel.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Lets an event change something once, however often it comes: the change and a mark that it was
 * made are one transaction. Who may make the same change twice needs no mark.
 */
public final class HandledEvents {

  /** A stream keeps its records for a day; nothing older comes again. */
  static final Duration KEPT = Duration.ofDays(2);

  private final DynamoDbClient client;
  private final String table;
  private final Function<DomainEvent, Map<String, AttributeValue>> key;
  private final Clock clock;

  /**
   * @param table has the TTL attribute {@code expiresAt}
   * @param key where the table keeps the mark of an event; each consumer has marks of its own
   */
  public HandledEvents(
      DynamoDbClient client,
      String table,
      Function<DomainEvent, Map<String, AttributeValue>> key,
      Clock clock) {
    this.client = client;
    this.table = table;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Makes the changes unless this event has made them before.
   *
   * @param changes at most 99, none of them to the mark
   * @return false if the event was handled before
   * @throws TransactionCanceledException if one of the changes is refused
   */
  public boolean once(DomainEvent event, List<TransactWriteItem> changes) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(mark(event));
    all.addAll(changes);
    return new Transaction(all).write(client);
  }

  private TransactWriteItem mark(DomainEvent event) {
    Map<String, AttributeValue> key = this.key.apply(event);
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(DomainEvent.Item.EXPIRES_AT, number(clock.instant().plus(KEPT).getEpochSecond()));
    return TransactWriteItem.builder()
        .put(it ->
            it.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#key)")
                .expressionAttributeNames(Map.of("#key", key.keySet().iterator().next())))
        .build();
  }
}
