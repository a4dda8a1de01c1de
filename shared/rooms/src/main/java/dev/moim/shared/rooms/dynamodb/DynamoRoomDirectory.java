package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.aws.dynamodb.Attributes;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lists rooms by the index {@code byLicense}, which holds their immutable facts and no seats. */
public final class DynamoRoomDirectory implements RoomDirectory {

  private static final String INDEX = "byLicense";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoRoomDirectory(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<RoomFacts> list(String licenseId, int limit, Optional<String> cursor) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(INDEX)
            .keyConditionExpression("licenseId = :license")
            .filterExpression("media = :yes")
            .expressionAttributeValues(Map.of(":license", text(licenseId), ":yes", flag(true)))
            .scanIndexForward(false)
            .limit(limit);
    cursor.ifPresent(from -> query.exclusiveStartKey(start(licenseId, from)));
    var found = dynamo.query(query.build());
    return new Page<>(
        found.items().stream().map(RoomItem::readFacts).toList(),
        found.hasLastEvaluatedKey()
            ? Optional.of(cursor(found.lastEvaluatedKey()))
            : Optional.empty());
  }

  /** The license is not part of it: a cursor of one tenant must not open the list of another. */
  private static String cursor(Map<String, AttributeValue> last) {
    String place =
        Attributes.numberOf(last, RoomItem.CREATED_AT) + " " + Attributes.textOf(last, "roomId");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, AttributeValue> start(String licenseId, String cursor) {
    try {
      String[] place =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
      Map<String, AttributeValue> key =
          new HashMap<>(RoomItem.key(new RoomKey(licenseId, place[1])));
      key.put(RoomItem.CREATED_AT, Attributes.number(Long.parseLong(place[0])));
      return key;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      throw FieldException.invalid("cursor", "one from an earlier answer");
    }
  }
}
