package dev.moim.testkit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB in memory, as far as our stores use it: quick enough for thousands of interleavings.
 * Each request is atomic; between two of them anything may happen.
 */
public final class MemoryDynamo implements DynamoDbClient {

  private final Items items;
  private final Consumer<String> before;

  /**
   * @param keys of each table, by its name
   * @param before each request, with its name: waits, or fails
   */
  public MemoryDynamo(Map<String, List<String>> keys, Consumer<String> before) {
    this.items = new Items(keys);
    this.before = before;
  }

  private synchronized <T> T atomically(Supplier<T> request) {
    return request.get();
  }

  private <T> T request(String operation, Supplier<T> request) {
    before.accept(operation);
    return atomically(request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return request(
        "GetItem",
        () -> {
          var item = items.find(request.tableName(), request.key());
          return item.isEmpty()
              ? GetItemResponse.builder().build()
              : GetItemResponse.builder().item(item).build();
        });
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return request(
        "BatchGetItem",
        () -> {
          Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
          request
              .requestItems()
              .forEach((table, wanted) ->
                  found.put(
                      table,
                      wanted.keys().stream()
                          .map(key -> items.find(table, key))
                          .filter(item -> !item.isEmpty())
                          .toList()));
          return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
        });
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return request(
        "PutItem",
        () -> {
          var old = items.find(request.tableName(), request.item());
          WriteCondition.of(request).require(old);
          items.store(request.tableName(), request.item());
          boolean wantsOld = request.returnValues() == ReturnValue.ALL_OLD;
          return PutItemResponse.builder().attributes(wantsOld ? old : Map.of()).build();
        });
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return request(
        "DeleteItem",
        () -> {
          var old = items.find(request.tableName(), request.key());
          WriteCondition.of(request).require(old);
          items.remove(request.tableName(), request.key());
          return DeleteItemResponse.builder().build();
        });
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return request(
        "UpdateItem",
        () -> {
          var old = items.find(request.tableName(), request.key());
          WriteCondition.of(request).require(old);
          var item =
              updated(
                  request.key(),
                  old,
                  request.updateExpression(),
                  request.expressionAttributeNames(),
                  request.expressionAttributeValues());
          items.store(request.tableName(), item);
          boolean wantsOld = request.returnValues() == ReturnValue.ALL_OLD;
          return UpdateItemResponse.builder().attributes(wantsOld ? old : item).build();
        });
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return request(
        "TransactWriteItems",
        () -> {
          List<CancellationReason> reasons = new ArrayList<>();
          request.transactItems().forEach(item -> reasons.add(WriteCondition.check(items, item)));
          if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
          }
          request.transactItems().forEach(this::write);
          return TransactWriteItemsResponse.builder().build();
        });
  }

  private void write(TransactWriteItem item) {
    if (item.put() != null) {
      items.store(item.put().tableName(), item.put().item());
      return;
    }
    if (item.delete() != null) {
      Delete delete = item.delete();
      items.remove(delete.tableName(), delete.key());
      return;
    }
    Update update = item.update();
    items.store(
        update.tableName(),
        updated(
            update.key(),
            items.find(update.tableName(), update.key()),
            update.updateExpression(),
            update.expressionAttributeNames(),
            update.expressionAttributeValues()));
  }

  /** Of a table or an index: the items for which its condition holds, in the order of the table. */
  @Override
  public QueryResponse query(QueryRequest request) {
    String sortKey = items.sortKey(request.tableName());
    int most = request.limit() == null ? Integer.MAX_VALUE : request.limit();
    return request(
        "Query",
        () ->
            QueryResponse.builder()
                .items(
                    items.of(request.tableName()).stream()
                        .filter(item -> isWanted(request, item))
                        .sorted(
                            Comparator.comparing(
                                item -> Objects.requireNonNull(item.get(sortKey)).s()))
                        .limit(most)
                        .toList())
                .build());
  }

  private static boolean isWanted(QueryRequest request, Map<String, AttributeValue> item) {
    return new Expression(
            request.keyConditionExpression(),
            request.expressionAttributeNames(),
            request.expressionAttributeValues(),
            item)
        .holds();
  }

  /** Only of deletions. */
  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return request(
        "BatchWriteItem",
        () -> {
          request
              .requestItems()
              .forEach((table, writes) ->
                  writes.forEach(write -> items.remove(table, write.deleteRequest().key())));
          return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
        });
  }

  private static Map<String, AttributeValue> updated(
      Map<String, AttributeValue> key,
      Map<String, AttributeValue> old,
      String update,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    Map<String, AttributeValue> item =
        new HashMap<>(new Expression(update, names, values, old).updated());
    item.putAll(key);
    return item;
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {
    // Nothing to let go of.
  }
}
