package dev.moim.shared.aws.dynamodb;

import dev.moim.shared.aws.http.RehearsedHttpClient;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Requests of the kinds that stores make, with values of all types: some found, some refused. */
public final class ItemsRehearsal {

  private static final String KNOWN = RehearsedHttpClient.KNOWN;
  private static final String UNKNOWN = "-";
  private static final String EXISTS = "attribute_exists(#a)";
  private static final AttributeValue TEXT = AttributeValue.fromS("-");
  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":s", TEXT,
          ":n", AttributeValue.fromN("1"),
          ":b", AttributeValue.fromBool(true),
          ":l", AttributeValue.fromL(List.of(TEXT)),
          ":m", AttributeValue.fromM(Map.of("s", TEXT)),
          ":ss", AttributeValue.fromSs(List.of("-")));
  private static final Map<String, String> NAMES = Map.of("#a", "id");
  private static final Map<String, AttributeValue> KEY = Map.of("id", TEXT);

  private ItemsRehearsal() {}

  /** During a rehearsal: anywhere else this would be real. */
  public static void run(DynamoDbClient dynamo) {
    for (String table : List.of(KNOWN, UNKNOWN)) {
      dynamo.getItem(r -> r.tableName(table).key(KEY).consistentRead(true)).item();
      dynamo
          .query(r ->
              r.tableName(table)
                  .keyConditionExpression("#a = :s")
                  .expressionAttributeNames(NAMES)
                  .expressionAttributeValues(VALUES))
          .items();
      maybe(() ->
          dynamo.updateItem(r ->
              r.tableName(table)
                  .key(KEY)
                  .updateExpression("SET #a = :s")
                  .conditionExpression(EXISTS)
                  .expressionAttributeNames(NAMES)
                  .expressionAttributeValues(VALUES)
                  .returnValues(ReturnValue.ALL_NEW)));
      maybe(() -> dynamo.putItem(r -> r.tableName(table).item(KEY).conditionExpression(EXISTS)));
      maybe(() -> dynamo.deleteItem(r -> r.tableName(table).key(KEY).conditionExpression(EXISTS)));
      maybe(() -> transact(dynamo, table));
    }
  }

  private static void transact(DynamoDbClient dynamo, String table) {
    TransactWriteItem put =
        TransactWriteItem.builder().put(it -> it.tableName(table).item(KEY)).build();
    TransactWriteItem update =
        TransactWriteItem.builder()
            .update(it ->
                it.tableName(table)
                    .key(KEY)
                    .updateExpression("SET #a = :s")
                    .conditionExpression(EXISTS))
            .build();
    dynamo.transactWriteItems(r -> r.transactItems(put, update));
  }

  private static void maybe(Runnable request) {
    try {
      request.run();
    } catch (SdkException refused) {
      // That it is refused, and how, is what is rehearsed as well.
    }
  }
}
