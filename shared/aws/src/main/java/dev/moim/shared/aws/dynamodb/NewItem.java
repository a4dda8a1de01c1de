package dev.moim.shared.aws.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An item that is written only where none has its key.
 *
 * @param hashKey the attribute that every item of the table has
 */
public record NewItem(String table, String hashKey, Map<String, AttributeValue> item) {

  private static final String NONE_THERE = "attribute_not_exists(#key)";

  /**
   * @return false if there is one already, which stays as it is
   */
  public boolean write(DynamoDbClient dynamo) {
    try {
      dynamo.putItem(r ->
          r.tableName(table)
              .item(item)
              .conditionExpression(NONE_THERE)
              .expressionAttributeNames(Map.of("#key", hashKey)));
      return true;
    } catch (ConditionalCheckFailedException exists) {
      return false;
    }
  }

  public TransactWriteItem inTransaction() {
    return TransactWriteItem.builder()
        .put(r ->
            r.tableName(table)
                .item(item)
                .conditionExpression(NONE_THERE)
                .expressionAttributeNames(Map.of("#key", hashKey)))
        .build();
  }
}
