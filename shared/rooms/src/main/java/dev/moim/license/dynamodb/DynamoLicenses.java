package dev.moim.license.dynamodb;

import static dev.moim.dynamodb.Attributes.flag;
import static dev.moim.dynamodb.Attributes.flagOf;
import static dev.moim.dynamodb.Attributes.number;
import static dev.moim.dynamodb.Attributes.numberOf;
import static dev.moim.dynamodb.Attributes.text;
import static dev.moim.dynamodb.Attributes.textOf;
import static dev.moim.dynamodb.Attributes.textsOf;
import static dev.moim.dynamodb.Update.path;

import dev.moim.dynamodb.Update;
import dev.moim.license.License;
import dev.moim.license.Licenses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Licenses in DynamoDB, one item each, with the set of open rooms in it. */
public final class DynamoLicenses implements Licenses {

  private static final int PAGE = 100;

  private static final String ID = "licenseId"; // partition key, S
  private static final String KIND = "kind"; // always "license", S: the key that lists them
  private static final String DOMAIN = "domain"; // S
  private static final String ROOM_LIMIT = "roomLimit"; // N
  private static final String ENABLED = "enabled"; // BOOL
  private static final String CREATED_AT = "createdAt"; // epoch milliseconds, N
  private static final String AUTH_KEY_HASH = "authKeyHash"; // hex SHA-256, S
  private static final String SECRET_KEY_HASH = "secretKeyHash"; // hex SHA-256, S
  private static final String ROOMS = "rooms"; // ids of open rooms, SS, absent when none

  private static final String ALL = "all"; // index: kind -> licenseId
  private static final AttributeValue LICENSE = text("license");

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoLicenses(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<License> find(String id) {
    var found = dynamo.getItem(r -> r.tableName(table).key(key(id)).consistentRead(true));
    return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
  }

  @Override
  public boolean create(License license) {
    Map<String, AttributeValue> item = new HashMap<>(key(license.id()));
    item.put(KIND, LICENSE);
    item.put(DOMAIN, text(license.domain()));
    item.put(ROOM_LIMIT, number(license.roomLimit()));
    item.put(ENABLED, flag(license.enabled()));
    item.put(CREATED_AT, number(license.createdAt()));
    item.put(AUTH_KEY_HASH, text(license.authKeyHash()));
    item.put(SECRET_KEY_HASH, text(license.secretKeyHash()));
    try {
      dynamo.putItem(r ->
          r.tableName(table).item(item).conditionExpression("attribute_not_exists(licenseId)"));
      return true;
    } catch (ConditionalCheckFailedException exists) {
      return false;
    }
  }

  @Override
  public List<String> idsAfter(String lastId) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(ALL)
            .keyConditionExpression("kind = :license AND licenseId > :last")
            .expressionAttributeValues(
                Map.of(":license", LICENSE, ":last", text(lastId.isEmpty() ? " " : lastId)))
            .limit(PAGE)
            .build();
    return dynamo.query(query).items().stream().map(item -> textOf(item, ID)).toList();
  }

  @Override
  public Opening openRoom(String licenseId, String roomId) {
    Update open =
        new Update(table, key(licenseId))
            .addTo(ROOMS, roomId)
            .onlyIf("%s = %s", path(ENABLED), flag(true))
            .onlyIf(
                "%s > %s AND attribute_not_exists(%s) OR size(%s) < %s OR contains(%s, %s)",
                path(ROOM_LIMIT),
                number(0),
                path(ROOMS),
                path(ROOMS),
                path(ROOM_LIMIT),
                path(ROOMS),
                text(roomId));
    try {
      dynamo.updateItem(open.request());
      return Opening.OPENED;
    } catch (ConditionalCheckFailedException refused) {
      if (!refused.hasItem()) {
        return Opening.UNKNOWN_LICENSE;
      }
      return flagOf(refused.item(), ENABLED) ? Opening.LIMIT_REACHED : Opening.DISABLED;
    }
  }

  @Override
  public void closeRoom(String licenseId, String roomId) {
    try {
      dynamo.updateItem(
          new Update(table, key(licenseId))
              .takeFrom(ROOMS, roomId)
              .onlyIf("attribute_exists(%s)", path(ID))
              .request());
    } catch (ConditionalCheckFailedException gone) {
      // A deleted license has no rooms to count.
    }
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, text(id));
  }

  private static License read(Map<String, AttributeValue> item) {
    return new License(
        textOf(item, ID),
        textOf(item, DOMAIN),
        (int) numberOf(item, ROOM_LIMIT),
        flagOf(item, ENABLED),
        numberOf(item, CREATED_AT),
        textOf(item, AUTH_KEY_HASH),
        textOf(item, SECRET_KEY_HASH),
        textsOf(item, ROOMS));
  }
}
