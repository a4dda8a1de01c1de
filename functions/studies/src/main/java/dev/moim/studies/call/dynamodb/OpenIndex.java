package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The index of what schedules have to look after: open calls, and pages that are open. */
public final class OpenIndex {

  private static final String INDEX = "open";

  private OpenIndex() {}

  /** Ids of the studies that have an item with this value; a few seconds late. */
  public static List<String> studies(DynamoDbClient dynamo, String table, String value) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .indexName(INDEX)
                .keyConditionExpression("#open = :value")
                .expressionAttributeNames(Map.of("#open", CallItem.OPEN))
                .expressionAttributeValues(Map.of(":value", text(value))))
        .items()
        .stream()
        .map(item -> textOf(item, CallKeys.STUDY_ID))
        .toList();
  }
}
