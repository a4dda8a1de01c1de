package dev.moim.testkit.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    return Objects.requireNonNull(keys.get(table), table).getLast();
  }

  Collection<Map<String, AttributeValue>> of(String table) {
    return items(table).values();
  }

  /** Empty if there is none. */
  Map<String, AttributeValue> find(String table, Map<String, AttributeValue> key) {
    return items(table).getOrDefault(keyOf(table, key), Map.of());
  }

  void store(String table, Map<String, AttributeValue> item) {
    items(table).put(keyOf(table, item), Map.copyOf(item));
  }

  void remove(String table, Map<String, AttributeValue> key) {
    items(table).remove(keyOf(table, key));
  }

  private Map<List<AttributeValue>, Map<String, AttributeValue>> items(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private List<AttributeValue> keyOf(String table, Map<String, AttributeValue> attributes) {
    return Objects.requireNonNull(keys.get(table), table).stream()
        .map(name -> Objects.requireNonNull(attributes.get(name), name))
        .toList();
  }
}
