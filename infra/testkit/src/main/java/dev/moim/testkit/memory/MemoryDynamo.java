package dev.moim.testkit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
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
 * DynamoDB in memory, as far as our stores use it: quick enough for thousands of
 * interleavings. Each request is atomic; between two of them anything may happen.
 */
public final class MemoryDynamo implements DynamoDbClient {

  private final Map<String, List<String>> keys;
  private final Map<String, Map<List<AttributeValue>, Map<String, AttributeValue>>> tables =
      new HashMap<>();
  private final Consumer<String> before;

  /**
   * @param keys of each table, by its name
   * @param before each request, with its name: waits, or fails
   */
  public MemoryDynamo(Map<String, List<String>> keys, Consumer<String> before) {
    this.keys = keys;
    this.before = before;
    keys.keySet().forEach(table -> tables.put(table, new HashMap<>()));
  }

  private synchronized <T> T atomically(Supplier<T> request) {
    return request.get();
  }

  private <T> T request(String operation, Supplier<T> request) {
    before.accept(operation);
    return atomically(request);
  }

  private List<AttributeValue> key(String table, Map<String, AttributeValue> attributes) {
    return keys.get(table).stream().map(attributes::get).toList();
  }

  private Map<String, AttributeValue> find(String table, Map<String, AttributeValue> key) {
    return tables.get(table).getOrDefault(key(table, key), Map.of());
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return request(
        "GetItem",
        () -> {
          var item = find(request.tableName(), request.key());
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
                          .map(key -> find(table, key))
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
          var old = find(request.tableName(), request.item());
          require(
              request.conditionExpression(),
              request.expressionAttributeNames(),
              request.expressionAttributeValues(),
              old);
          store(request.tableName(), request.item());
          return PutItemResponse.builder().build();
        });
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return request(
        "DeleteItem",
        () -> {
          var old = find(request.tableName(), request.key());
          require(
              request.conditionExpression(),
              request.expressionAttributeNames(),
              request.expressionAttributeValues(),
              old);
          tables.get(request.tableName()).remove(key(request.tableName(), request.key()));
          return DeleteItemResponse.builder().build();
        });
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return request(
        "UpdateItem",
        () -> {
          var old = find(request.tableName(), request.key());
          require(
              request.conditionExpression(),
              request.expressionAttributeNames(),
              request.expressionAttributeValues(),
              old);
          var item =
              updated(
                  request.key(),
                  old,
                  request.updateExpression(),
                  request.expressionAttributeNames(),
                  request.expressionAttributeValues());
          store(request.tableName(), item);
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
          request.transactItems().forEach(item -> reasons.add(check(item)));
          if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
          }
          request.transactItems().forEach(this::write);
          return TransactWriteItemsResponse.builder().build();
        });
  }

  private CancellationReason check(TransactWriteItem item) {
    try {
      if (item.put() != null) {
        Put put = item.put();
        require(
            put.conditionExpression(),
            put.expressionAttributeNames(),
            put.expressionAttributeValues(),
            find(put.tableName(), put.item()));
      } else if (item.delete() != null) {
        Delete delete = item.delete();
        require(
            delete.conditionExpression(),
            delete.expressionAttributeNames(),
            delete.expressionAttributeValues(),
            find(delete.tableName(), delete.key()));
      } else {
        Update update = item.update();
        require(
            update.conditionExpression(),
            update.expressionAttributeNames(),
            update.expressionAttributeValues(),
            find(update.tableName(), update.key()));
      }
      return CancellationReason.builder().code("None").build();
    } catch (ConditionalCheckFailedException refused) {
      var reason = CancellationReason.builder().code("ConditionalCheckFailed");
      return refused.hasItem() ? reason.item(refused.item()).build() : reason.build();
    }
  }

  private void write(TransactWriteItem item) {
    if (item.put() != null) {
      store(item.put().tableName(), item.put().item());
      return;
    }
    if (item.delete() != null) {
      Delete delete = item.delete();
      tables.get(delete.tableName()).remove(key(delete.tableName(), delete.key()));
      return;
    }
    Update update = item.update();
    store(
        update.tableName(),
        updated(
            update.key(),
            find(update.tableName(), update.key()),
            update.updateExpression(),
            update.expressionAttributeNames(),
            update.expressionAttributeValues()));
  }

  /** Of a table or an index: the items for which its condition holds, in the order of the table. */
  @Override
  public QueryResponse query(QueryRequest request) {
    String sortKey = keys.get(request.tableName()).getLast();
    int most = request.limit() == null ? Integer.MAX_VALUE : request.limit();
    return request(
        "Query",
        () ->
            QueryResponse.builder()
                .items(
                    tables.get(request.tableName()).values().stream()
                        .filter(item -> isWanted(request, item))
                        .sorted(Comparator.comparing(item -> item.get(sortKey).s()))
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
                  writes.forEach(write ->
                      tables.get(table).remove(key(table, write.deleteRequest().key()))));
          return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
        });
  }

  private void store(String table, Map<String, AttributeValue> item) {
    tables.get(table).put(key(table, item), Map.copyOf(item));
  }

  private static void require(
      @Nullable String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      Map<String, AttributeValue> old) {
    if (condition != null && !new Expression(condition, names, values, old).holds()) {
      var refused = ConditionalCheckFailedException.builder().message("refused");
      throw old.isEmpty() ? refused.build() : refused.item(old).build();
    }
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
