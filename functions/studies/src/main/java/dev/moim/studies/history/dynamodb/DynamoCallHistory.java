package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.studies.call.StudyCall;
import dev.moim.studies.call.dynamodb.CallItem;
import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.SortKey.Range;
import dev.moim.studies.history.CallHistory;
import dev.moim.studies.history.CallHistory.SessionNumbers;
import dev.moim.studies.history.TimeRange;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Past sessions in the table of study calls, by number and by time. */
public final class DynamoCallHistory implements CallHistory {

  private final DynamoDbClient dynamo;
  private final RangeQuery ranges;

  public DynamoCallHistory(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    ranges = new RangeQuery(table);
  }

  @Override
  public List<StudyCall> between(String studyId, SessionNumbers numbers) {
    Range range = new Range(CallKeys.session(numbers.first()), CallKeys.session(numbers.last()));
    return dynamo
        .queryPaginator(query(studyId, range).scanIndexForward(false).build())
        .items()
        .stream()
        .map(CallItem::read)
        .toList();
  }

  @Override
  public Optional<SessionNumbers> started(String studyId, TimeRange time) {
    Range range = new Range(CallKeys.startedFrom(time.from()), CallKeys.startedUntil(time.to()));
    return number(query(studyId, range))
        .flatMap(first ->
            number(query(studyId, range).scanIndexForward(false))
                .map(last -> new SessionNumbers(first, last)));
  }

  private Optional<Long> number(QueryRequest.Builder query) {
    return dynamo.query(query.limit(1).build()).items().stream()
        .map(item -> textOf(item, CallKeys.ITEM))
        .map(key -> Long.parseLong(key.substring(key.lastIndexOf('#') + 1)))
        .findFirst();
  }

  private QueryRequest.Builder query(String studyId, Range range) {
    return ranges.of(studyId, range);
  }
}
