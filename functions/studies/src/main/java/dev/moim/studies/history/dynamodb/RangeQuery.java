package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.SortKey.Range;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Consistent queries of a study's items whose sort keys lie in a range. */
final class RangeQuery {

  private final String table;

  /**
   * @param table of study calls
   */
  RangeQuery(String table) {
    this.table = table;
  }

  QueryRequest.Builder of(String studyId, Range range) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("studyId = :study AND #item BETWEEN :first AND :last")
        .expressionAttributeNames(Map.of("#item", CallKeys.ITEM))
        .expressionAttributeValues(
            Map.of(
                ":study", text(studyId),
                ":first", text(range.first().text()),
                ":last", text(range.last().text())))
        .consistentRead(true);
  }
}
