package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.rooms.RoomUsage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
    Instant oldest = clock.instant().minus(UsageItem.LIFE);
    Places places = new Places(from.isBefore(oldest) ? oldest : from, from.plus(length));
    if (places.none()) {
      return new Page<>(List.of(), Optional.empty());
    }
    AttributeValue partition = UsageItem.partition(licenseId);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("roomId = :usage AND licenseId BETWEEN :first AND :last")
            .expressionAttributeValues(
                Map.of(
                    ":usage", partition, ":first", text(places.first), ":last", text(places.last)))
            .scanIndexForward(false)
            .limit(limit);
    cursor.ifPresent(
        place -> query.exclusiveStartKey(UsageItem.key(partition, places.decode(place))));
    var found = dynamo.query(query.build());
    return new Page<>(
        found.items().stream().map(UsageItem::read).toList(),
        found.hasLastEvaluatedKey()
            ? Optional.of(encode(textOf(found.lastEvaluatedKey(), RoomItem.LICENSE_ID)))
            : Optional.empty());
  }

  /** The license is not part of it: a cursor of one tenant must not open the list of another. */
  private static String encode(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Where the rooms that ended in a period stand: after the first place and before the last. */
  private record Places(String first, String last) {

    Places(Instant from, Instant to) {
      this(UsageItem.place(from.toEpochMilli()), UsageItem.place(to.toEpochMilli()));
    }

    boolean none() {
      return first.compareTo(last) >= 0;
    }

    String decode(String cursor) {
      try {
        String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (place.compareTo(first) > 0 && place.compareTo(last) < 0) {
          return place;
        }
      } catch (IllegalArgumentException notBase64) {
        // Refused below, like every other text that is no cursor of this list.
      }
      throw FieldException.invalid("cursor", "one from an earlier answer");
    }
  }
}
