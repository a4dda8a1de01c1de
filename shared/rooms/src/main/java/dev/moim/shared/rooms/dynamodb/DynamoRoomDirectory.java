package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.RoomPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lists rooms by the index {@code byLicense}, which holds their immutable facts and no seats. */
public final class DynamoRoomDirectory implements RoomDirectory {

  private static final String INDEX = "byLicense";

  /** Entries of the index are small: so many cost about five read units. */
  private static final int LATER_LOOKS = 100;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoRoomDirectory(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<RoomFacts> list(String licenseId, int limit, Optional<String> cursor) {
    var values = Map.of(":license", text(licenseId), ":yes", flag(true));
    List<RoomFacts> found = new ArrayList<>();
    Optional<String> next = cursor;
    int most = limit;
    do {
      Page<RoomFacts> page =
          page(
              licenseId,
              query(most).filterExpression("media = :yes").expressionAttributeValues(values),
              next);
      found.addAll(page.items());
      next = page.next();
      // What the filter leaves out counts as read: a page may take more of them.
      most = Math.max(limit - found.size(), LATER_LOOKS);
    } while (found.size() < limit && next.isPresent());
    return found.size() > limit ? cut(found, limit) : new Page<>(found, next);
  }

  private static Page<RoomFacts> cut(List<RoomFacts> found, int limit) {
    RoomFacts last = found.get(limit - 1);
    String next = new RoomPosition(last.createdAt(), last.key().roomId()).cursor();
    return new Page<>(found.subList(0, limit), Optional.of(next));
  }

  @Override
  public Page<RoomFacts> listAll(String licenseId, int limit, Optional<String> cursor) {
    var values = Map.of(":license", text(licenseId));
    return page(licenseId, query(limit).expressionAttributeValues(values), cursor);
  }

  private QueryRequest.Builder query(int limit) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(INDEX)
        .keyConditionExpression("licenseId = :license")
        .scanIndexForward(false)
        .limit(limit);
  }

  private Page<RoomFacts> page(
      String licenseId, QueryRequest.Builder query, Optional<String> cursor) {
    cursor.map(RoomPosition::at).ifPresent(last -> query.exclusiveStartKey(start(licenseId, last)));
    var found = dynamo.query(query.build());
    return new Page<>(
        found.items().stream().map(RoomItem::readFacts).toList(),
        found.hasLastEvaluatedKey()
            ? Optional.of(cursor(found.lastEvaluatedKey()))
            : Optional.empty());
  }

  private static String cursor(Map<String, AttributeValue> last) {
    return new RoomPosition(numberOf(last, RoomItem.CREATED_AT), textOf(last, RoomItem.ROOM_ID))
        .cursor();
  }

  private static Map<String, AttributeValue> start(String licenseId, RoomPosition last) {
    RoomKey room = new RoomKey(licenseId, last.roomId());
    Map<String, AttributeValue> key = new HashMap<>(RoomItem.key(room));
    key.put(RoomItem.CREATED_AT, number(last.createdAt()));
    return key;
  }
}
