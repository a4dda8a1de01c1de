package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.studies.call.StudyCall;
import dev.moim.studies.call.dynamodb.CallItem;
import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.history.CallHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Past sessions in the table of study calls, by number and by time. */
public final class DynamoCallHistory implements CallHistory {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoCallHistory(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<StudyCall> between(String studyId, Span span) {
    String first = CallKeys.session(span.first());
    String last = CallKeys.session(span.last());
    return dynamo
        .queryPaginator(query(studyId, first, last, r -> r.scanIndexForward(false)))
        .items()
        .stream()
        .map(CallItem::read)
        .toList();
  }

  @Override
  public Optional<Span> started(String studyId, Instant from, Instant to) {
    String start = CallKeys.startedAt(from);
    // A letter after the separator: later than every number of that time.
    String end = CallKeys.startedAt(to) + "#z";
    return number(query(studyId, start, end, r -> r.limit(1)))
        .flatMap(first ->
            number(query(studyId, start, end, r -> r.limit(1).scanIndexForward(false)))
                .map(last -> new Span(first, last)));
  }

  private Optional<Long> number(QueryRequest query) {
    return dynamo.query(query).items().stream()
        .map(item -> textOf(item, CallKeys.ITEM))
        .map(key -> Long.parseLong(key.substring(key.lastIndexOf('#') + 1)))
        .findFirst();
  }

  private QueryRequest query(
      String studyId, String from, String to, Consumer<QueryRequest.Builder> more) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("studyId = :study AND #item BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#item", CallKeys.ITEM))
        .expressionAttributeValues(
            Map.of(":study", text(studyId), ":from", text(from), ":to", text(to)))
        .consistentRead(true)
        .applyMutation(more)
        .build();
  }
}
