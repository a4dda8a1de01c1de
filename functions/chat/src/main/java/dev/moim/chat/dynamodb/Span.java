package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Items that stand side by side.
 *
 * @param first sort key of the first that may be meant
 * @param last of the last
 */
record Span(String partition, String first, String last) {

  /** Reads the latest of them. */
  QueryRequest.Builder of(String table, boolean forwards) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#id = :id AND #item BETWEEN :first AND :last")
        .expressionAttributeNames(Map.of("#id", Keys.ID, "#item", Keys.ITEM))
        .expressionAttributeValues(
            Map.of(":id", text(partition), ":first", text(first), ":last", text(last)))
        .scanIndexForward(forwards)
        .consistentRead(true);
  }
}
