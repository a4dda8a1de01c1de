package dev.moim.shared.aws.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Items of one or several tables, read together: one {@code BatchGetItem} for every 100 keys, which
 * is what it takes.
 */
public final class Batch {

  private static final int MAX_KEYS = 100;

  private record Key(String table, Map<String, AttributeValue> key) {}

  private final boolean consistent;

  /** Each once: a request that names a key twice is refused. */
  private final Set<Key> keys = new LinkedHashSet<>();

  /** Reads the latest of everything. */
  public Batch() {
    this(true);
  }

  private Batch(boolean consistent) {
    this.consistent = consistent;
  }

  /** Reads for half the price what may be a moment behind. */
  public static Batch eventual() {
    return new Batch(false);
  }

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
    keys.add(new Key(table, key));
    return this;
  }

  /** DynamoDB may answer with less than it was asked for; the rest is asked for again. */
  public Found read(DynamoDbClient dynamo) {
    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
    Deque<Key> rest = new ArrayDeque<>(keys);
    int refusals = 0;
    while (!rest.isEmpty()) {
      var wanted = next(rest);
      var answer = dynamo.batchGetItem(r -> r.requestItems(wanted));
      answer
          .responses()
          .forEach((table, items) ->
              found.computeIfAbsent(table, name -> new ArrayList<>()).addAll(items));
      if (!answer.unprocessedKeys().isEmpty()) {
        answer
            .unprocessedKeys()
            .forEach((table, those) -> those.keys().forEach(key -> rest.add(new Key(table, key))));
        Contention.pause(++refusals);
      }
    }
    return new Found(found);
  }

  /** Takes as many keys as one request may name. */
  private Map<String, KeysAndAttributes> next(Deque<Key> rest) {
    Map<String, List<Map<String, AttributeValue>>> byTable = new HashMap<>();
    for (int i = 0; i < MAX_KEYS && !rest.isEmpty(); i++) {
      Key key = rest.remove();
      byTable.computeIfAbsent(key.table(), name -> new ArrayList<>()).add(key.key());
    }
    Map<String, KeysAndAttributes> wanted = new HashMap<>();
    byTable.forEach((table, those) ->
        wanted.put(
            table, KeysAndAttributes.builder().keys(those).consistentRead(consistent).build()));
    return wanted;
  }
}
