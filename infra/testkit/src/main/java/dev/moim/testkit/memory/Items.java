package dev.moim.testkit.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of some tables. */
final class Items {

  private final Map<String, List<String>> keys;
  private final Map<String, Map<List<AttributeValue>, Map<String, AttributeValue>>> tables =
      new HashMap<>();

  /**
   * @param keys of each table, by its name
   */
  Items(Map<String, List<String>> keys) {
    this.keys = keys;
    keys.keySet().forEach(table -> tables.put(table, new HashMap<>()));
  }

  String sortKey(String table) {
    return keys.get(table).getLast();
  }

  Collection<Map<String, AttributeValue>> of(String table) {
    return tables.get(table).values();
  }

  /** Empty if there is none. */
  Map<String, AttributeValue> find(String table, Map<String, AttributeValue> key) {
    return tables.get(table).getOrDefault(keyOf(table, key), Map.of());
  }

  void store(String table, Map<String, AttributeValue> item) {
    tables.get(table).put(keyOf(table, item), Map.copyOf(item));
  }

  void remove(String table, Map<String, AttributeValue> key) {
    tables.get(table).remove(keyOf(table, key));
  }

  private List<AttributeValue> keyOf(String table, Map<String, AttributeValue> attributes) {
    return keys.get(table).stream().map(attributes::get).toList();
  }
}
