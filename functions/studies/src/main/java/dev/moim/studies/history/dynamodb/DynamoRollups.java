package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Batch.Found;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.studies.User;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.RollupUpdates;
import dev.moim.studies.call.dynamodb.SortKey.Range;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.history.DateRange;
import dev.moim.studies.history.Rollup;
import dev.moim.studies.history.Rollups;
import dev.moim.studies.history.UserTotals;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rollups in the table of study calls: one item per day, per month and per user. */
public final class DynamoRollups implements Rollups {

  private final DynamoDbClient dynamo;
  private final StudyTables tables;

  public DynamoRollups(DynamoDbClient dynamo, StudyTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public List<Rollup> ofDays(String studyId, DateRange days) {
    return read(studyId, new Range(CallKeys.day(days.first()), CallKeys.day(days.last())));
  }

  @Override
  public List<Rollup> ofMonths(String studyId, DateRange days) {
    return read(studyId, new Range(CallKeys.month(days.first()), CallKeys.month(days.last())));
  }

  private List<Rollup> read(String studyId, Range range) {
    return dynamo
        .queryPaginator(new RangeQuery(tables.calls()).of(studyId, range).build())
        .items()
        .stream()
        .map(RollupItem::read)
        .toList();
  }

  @Override
  public OfUser ofUser(String studyId, User asking, String userId) {
    Map<String, AttributeValue> askingKey = MemberItem.key(new MemberKey(studyId, asking.id()));
    Map<String, AttributeValue> askedKey = MemberItem.key(new MemberKey(studyId, userId));
    Map<String, AttributeValue> totals = CallKeys.key(studyId, CallKeys.user(userId));
    Batch batch = new Batch().add(tables.groups(), askingKey).add(tables.calls(), totals);
    if (!askingKey.equals(askedKey)) {
      batch.add(tables.groups(), askedKey);
    }
    Found found = batch.read(dynamo);
    return new OfUser(
        member(found, askingKey),
        member(found, askedKey),
        found.find(tables.calls(), totals).map(DynamoRollups::totals));
  }

  private Optional<Member> member(Found found, Map<String, AttributeValue> key) {
    return found.find(tables.groups(), key).flatMap(MemberItem::find);
  }

  private static UserTotals totals(Map<String, AttributeValue> item) {
    Map<MediaState, Long> mediaSeconds = new EnumMap<>(MediaState.class);
    RollupUpdates.MEDIA_SECONDS.forEach(
        (state, name) -> mediaSeconds.put(state, numberOf(item, name)));
    return new UserTotals(
        numberOf(item, RollupUpdates.SESSIONS),
        numberOf(item, RollupUpdates.SECONDS),
        mediaSeconds,
        Instant.ofEpochMilli(numberOf(item, RollupUpdates.FIRST)),
        Instant.ofEpochMilli(numberOf(item, RollupUpdates.LAST)));
  }
}
