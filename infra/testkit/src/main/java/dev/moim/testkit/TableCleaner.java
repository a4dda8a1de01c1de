package dev.moim.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Empties tables item by item: faster than making them anew while tests write a few items each. */
final class TableCleaner {

  /** As many as DynamoDB takes in one batch. */
  private static final int BATCH = 25;

  private final Map<String, List<String>> keysByTable = new HashMap<>();

  void empty(DynamoDbClient client, String table) {
    List<String> keys = keysByTable.computeIfAbsent(table, name -> keys(client, name));
    List<WriteRequest> deletions = new ArrayList<>();
    client.scanPaginator(it -> it.tableName(table)).items().stream()
        .map(item -> deletion(only(keys, item)))
        .forEach(deletions::add);
    for (int from = 0; from < deletions.size(); from += BATCH) {
      delete(client, table, deletions.subList(from, Math.min(from + BATCH, deletions.size())));
    }
  }

  private static List<String> keys(DynamoDbClient client, String table) {
    return client.describeTable(it -> it.tableName(table)).table().keySchema().stream()
        .map(KeySchemaElement::attributeName)
        .toList();
  }

  /** DynamoDB may hand some of a batch back, to be asked again. */
  private static void delete(DynamoDbClient client, String table, List<WriteRequest> deletions) {
    Map<String, List<WriteRequest>> left = Map.of(table, deletions);
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> batch = left;
      left = client.batchWriteItem(it -> it.requestItems(batch)).unprocessedItems();
    }
  }

  private static WriteRequest deletion(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(it -> it.key(key)).build();
  }

  private static Map<String, AttributeValue> only(
      List<String> keys, Map<String, AttributeValue> item) {
    return keys.stream().collect(Collectors.toMap(key -> key, item::get));
  }
}
