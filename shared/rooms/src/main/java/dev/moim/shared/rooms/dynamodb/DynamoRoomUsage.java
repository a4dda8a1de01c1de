package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.kernel.Cursors;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.rooms.RoomUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads what {@link RoomEndings} wrote. */
public final class DynamoRoomUsage implements RoomUsage {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoRoomUsage(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Page<UsedRoom> ended(
      String licenseId, Instant from, Duration length, int limit, Optional<String> cursor) {
    // What has expired may not have been deleted yet.
    Instant oldest = clock.instant().minus(UsageItem.RETENTION);
    String first = sortKey(from.isBefore(oldest) ? oldest : from);
    SortKeys sortKeys = new SortKeys(first, sortKey(from.plus(length)));
    if (sortKeys.none()) {
      return new Page<>(List.of(), Optional.empty());
    }
    AttributeValue partition = UsageItem.partition(licenseId);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("roomId = :usage AND licenseId BETWEEN :first AND :last")
            .expressionAttributeValues(between(partition, sortKeys))
            .scanIndexForward(false)
            .limit(limit);
    cursor.ifPresent(last -> query.exclusiveStartKey(UsageItem.key(partition, sortKeys.at(last))));
    var found = dynamo.query(query.build());
    return new Page<>(
        found.items().stream().map(UsageItem::read).toList(),
        found.hasLastEvaluatedKey()
            ? Optional.of(Cursors.of(textOf(found.lastEvaluatedKey(), RoomItem.LICENSE_ID)))
            : Optional.empty());
  }

  private static Map<String, AttributeValue> between(AttributeValue partition, SortKeys keys) {
    return Map.of(":usage", partition, ":first", text(keys.first), ":last", text(keys.last));
  }

  private static String sortKey(Instant moment) {
    return UsageItem.sortKey(moment.toEpochMilli());
  }

  /** Where the rooms that ended in a period stand: after the first key and before the last. */
  private record SortKeys(String first, String last) {

    boolean none() {
      return first.compareTo(last) >= 0;
    }

    /** The license is not part of a cursor: one tenant's must not open the list of another. */
    String at(String cursor) {
      String sortKey = Cursors.position(cursor);
      boolean tooLong = Utf8.bytes(sortKey) > UsageItem.MAX_SORT_KEY_BYTES;
      if (tooLong || sortKey.compareTo(first) <= 0 || sortKey.compareTo(last) >= 0) {
        throw Cursors.foreign();
      }
      return sortKey;
    }
  }
}
