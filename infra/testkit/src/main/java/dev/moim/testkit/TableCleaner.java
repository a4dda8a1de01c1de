package dev.moim.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Empties a table item by item: faster than making it anew while tests write a few items each. */
final class TableCleaner {

  private TableCleaner() {}

  static void empty(DynamoDbClient client, String table) {
    List<String> keys =
        client.describeTable(it -> it.tableName(table)).table().keySchema().stream()
            .map(KeySchemaElement::attributeName)
            .toList();
    client.scanPaginator(it -> it.tableName(table)).items().stream()
        .map(item -> only(keys, item))
        .toList()
        .forEach(key -> client.deleteItem(it -> it.tableName(table).key(key)));
  }

  private static Map<String, AttributeValue> only(
      List<String> keys, Map<String, AttributeValue> item) {
    return keys.stream().collect(Collectors.toMap(key -> key, item::get));
  }
}
