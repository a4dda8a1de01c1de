package dev.moim.template.dynamodb;

import dev.moim.template.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Makes DynamoDB tables as the template declares them. */
public final class TableCreator {

  private final DynamoDbClient client;

  public TableCreator(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Makes the table under its own name, or makes sure that the one that exists is the same. One
   * that had no stream, or another one, gets its stream.
   *
   * @throws IllegalStateException if an earlier template made it with other keys or indexes
   */
  public void create(Table table) {
    if (create(table, table.name())) {
      return;
    }
    TableDescription found = client.describeTable(it -> it.tableName(table.name())).table();
    if (!shape(table).equals(shape(found))) {
      throw new IllegalStateException(
          "table " + table.name() + " was made from an older template with other keys or indexes");
    }
    table.stream().ifPresent(view -> addStream(found, view));
  }

  /** Makes the table under another name than the template's; false if it exists already. */
  public boolean create(Table table, String name) {
    try {
      client.createTable(request -> describe(request.tableName(name), table));
    } catch (ResourceInUseException exists) {
      return false;
    }
    client.waiter().waitUntilTableExists(request -> request.tableName(name));
    table.timeToLive().ifPresent(attribute -> expireBy(name, attribute));
    return true;
  }

  /** A stream keeps its view for life, so another view is another stream. */
  private void addStream(TableDescription found, String view) {
    StreamSpecification there = found.streamSpecification();
    if (there != null && view.equals(there.streamViewTypeAsString())) {
      return;
    }
    String name = found.tableName();
    if (there != null) {
      client.updateTable(
          it -> it.tableName(name).streamSpecification(off -> off.streamEnabled(false)));
    }
    client.updateTable(it -> it.tableName(name).streamSpecification(streamOf(view)));
  }

  private static StreamSpecification streamOf(String view) {
    return StreamSpecification.builder().streamEnabled(true).streamViewType(view).build();
  }

  private void expireBy(String name, String attribute) {
    client.updateTimeToLive(request ->
        request
            .tableName(name)
            .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
  }

  private static Set<String> shape(Table table) {
    Set<String> shape = new TreeSet<>();
    shape.add("table " + schema(table.keys()));
    table.indexes().forEach(index -> shape.add(index.name() + " " + schema(index.keys())));
    return shape;
  }

  private static Set<String> shape(TableDescription found) {
    Set<String> shape = new TreeSet<>();
    shape.add("table " + found.keySchema());
    found
        .globalSecondaryIndexes()
        .forEach(index -> shape.add(index.indexName() + " " + index.keySchema()));
    return shape;
  }

  private static void describe(CreateTableRequest.Builder request, Table table) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    table.attributes().forEach((name, type) -> attributes.add(attribute(name, type)));
    request
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(schema(table.keys()))
        .attributeDefinitions(attributes);
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(TableCreator::index).toList());
    }
    table.stream().ifPresent(view -> request.streamSpecification(streamOf(view)));
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.keys()))
        .projection(projection -> {
          projection.projectionType(index.projection());
          if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
          }
        })
        .build();
  }

  private static List<KeySchemaElement> schema(Table.Keys keys) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(key(keys.partition(), KeyType.HASH));
    keys.sort().ifPresent(sort -> schema.add(key(sort, KeyType.RANGE)));
    return schema;
  }

  private static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
