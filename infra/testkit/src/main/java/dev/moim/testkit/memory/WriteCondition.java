package dev.moim.testkit.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What must hold of an item before it is written; null for nothing. */
record WriteCondition(
    @Nullable String text, Map<String, String> names, Map<String, AttributeValue> values) {

  static WriteCondition of(PutItemRequest write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  static WriteCondition of(DeleteItemRequest write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  static WriteCondition of(UpdateItemRequest write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  static WriteCondition of(Put write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  static WriteCondition of(Delete write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  static WriteCondition of(Update write) {
    return new WriteCondition(
        write.conditionExpression(),
        write.expressionAttributeNames(),
        write.expressionAttributeValues());
  }

  /**
   * @throws ConditionalCheckFailedException with the item, if there is one
   */
  void require(Map<String, AttributeValue> old) {
    if (text != null && !new Expression(text, names, values, old).holds()) {
      var refused = ConditionalCheckFailedException.builder().message("refused");
      throw old.isEmpty() ? refused.build() : refused.item(old).build();
    }
  }

  /** Why a part of a transaction is refused, if it is. */
  static CancellationReason check(Items items, TransactWriteItem item) {
    try {
      if (item.put() != null) {
        Put put = item.put();
        WriteCondition.of(put).require(items.find(put.tableName(), put.item()));
      } else if (item.delete() != null) {
        Delete delete = item.delete();
        WriteCondition.of(delete).require(items.find(delete.tableName(), delete.key()));
      } else {
        Update update = item.update();
        WriteCondition.of(update).require(items.find(update.tableName(), update.key()));
      }
      return CancellationReason.builder().code("None").build();
    } catch (ConditionalCheckFailedException refused) {
      var reason = CancellationReason.builder().code("ConditionalCheckFailed");
      return refused.hasItem() ? reason.item(refused.item()).build() : reason.build();
    }
  }
}
