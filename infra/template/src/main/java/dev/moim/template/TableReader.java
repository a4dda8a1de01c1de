package dev.moim.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DynamoDB tables. Local secondary indexes are refused: no design here wants their limits. */
final class TableReader {

  private TableReader() {}

  static List<Table> tables(Stack stack) {
    return stack.resources("AWS::DynamoDB::Table").stream()
        .map(table -> table(stack.names(), table))
        .toList();
  }

  private static Table table(Names names, Resource table) {
    if (table.has("LocalSecondaryIndexes")) {
      throw new TemplateException(table.logicalId() + ": local secondary indexes");
    }
    Map<String, String> attributes =
        table.parts("AttributeDefinitions").stream()
            .collect(
                Collectors.toMap(
                    part -> part.text("AttributeName"), part -> part.text("AttributeType")));
    Resource ttl = table.part("TimeToLiveSpecification");
    return new Table(
        names.physical(table.logicalId()),
        attributes,
        keys(table),
        table.parts("GlobalSecondaryIndexes").stream().map(TableReader::index).toList(),
        ttl.text("Enabled", "false").equals("true")
            ? Optional.of(ttl.text("AttributeName"))
            : Optional.empty(),
        optional(table.part("StreamSpecification").raw("StreamViewType")));
  }

  private static Table.Index index(Resource index) {
    Resource projection = index.part("Projection");
    return new Table.Index(
        index.text("IndexName"),
        keys(index),
        projection.text("ProjectionType", "ALL"),
        projection.texts("NonKeyAttributes"));
  }

  private static Table.Keys keys(Resource part) {
    Map<String, String> byType =
        part.parts("KeySchema").stream()
            .collect(
                Collectors.toMap(key -> key.text("KeyType"), key -> key.text("AttributeName")));
    return new Table.Keys(
        Values.require(part.logicalId() + " HASH key", byType.get("HASH")),
        Optional.ofNullable(byType.get("RANGE")));
  }

  private static Optional<String> optional(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }
}
