package dev.moim.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Items of one or several tables in one {@code BatchGetItem}, read consistently. At most 100 keys,
 * which is what one request takes.
 */
public final class Batch {

  private final Map<String, List<Map<String, AttributeValue>>> keys = new LinkedHashMap<>();

  /** What was found, in no particular order. */
  public record Found(Map<String, List<Map<String, AttributeValue>>> byTable) {

    public List<Map<String, AttributeValue>> of(String table) {
      return byTable.getOrDefault(table, List.of());
    }

    /** The item with exactly this key, if it exists. */
    public Optional<Map<String, AttributeValue>> find(
        String table, Map<String, AttributeValue> key) {
      return of(table).stream()
          .filter(item -> item.entrySet().containsAll(key.entrySet()))
          .findFirst();
    }
  }

  public Batch add(String table, Map<String, AttributeValue> key) {
    keys.computeIfAbsent(table, name -> new ArrayList<>()).add(key);
    return this;
  }

  /** DynamoDB may answer with less than it was asked for; the rest is asked for again. */
  public Found read(DynamoDbClient dynamo) {
    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
    Map<String, KeysAndAttributes> wanted = new HashMap<>();
    keys.forEach((table, those) ->
        wanted.put(table, KeysAndAttributes.builder().keys(those).consistentRead(true).build()));
    Map<String, KeysAndAttributes> rest = wanted;
    while (!rest.isEmpty()) {
      Map<String, KeysAndAttributes> asked = rest;
      var answer = dynamo.batchGetItem(r -> r.requestItems(asked));
      answer
          .responses()
          .forEach((table, items) ->
              found.computeIfAbsent(table, name -> new ArrayList<>()).addAll(items));
      rest = answer.unprocessedKeys();
    }
    return new Found(found);
  }
}
