package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.rooms.MediaEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Marks in the table of rooms that remove themselves. No license has the id they use, and room ids
 * hold no {@code #}.
 */
public final class DynamoMediaEvents implements MediaEvents {

  private static final String NOBODY = "-";
  private static final String EVENT = "event#";
  private static final String ENDED = "ended#";

  /** Longer than the oldest webhook that is still accepted. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoMediaEvents(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean claim(String eventId) {
    try {
      dynamo.putItem(r ->
          r.tableName(table)
              .item(mark(EVENT + eventId))
              .conditionExpression("attribute_not_exists(roomId)"));
      return true;
    } catch (ConditionalCheckFailedException seen) {
      return false;
    }
  }

  @Override
  public void release(String eventId) {
    dynamo.deleteItem(r -> r.tableName(table).key(key(EVENT + eventId)));
  }

  @Override
  public void ended(String participantSid) {
    dynamo.putItem(r -> r.tableName(table).item(mark(ENDED + participantSid)));
  }

  @Override
  public boolean hasEnded(String participantSid) {
    return dynamo
        .getItem(r -> r.tableName(table).key(key(ENDED + participantSid)).consistentRead(true))
        .hasItem();
  }

  private Map<String, AttributeValue> mark(String id) {
    Map<String, AttributeValue> item = new HashMap<>(key(id));
    item.put("expiresAt", number(clock.instant().plus(LIFE).getEpochSecond()));
    return item;
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(RoomItem.ROOM_ID, text(id), RoomItem.LICENSE_ID, text(NOBODY));
  }
}
