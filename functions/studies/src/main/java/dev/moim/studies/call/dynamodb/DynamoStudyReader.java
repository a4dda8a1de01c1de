package dev.moim.studies.call.dynamodb;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Batch.Found;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.studies.User;
import dev.moim.studies.call.StudyReader;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads members and calls, which are in two tables, in one {@code BatchGetItem}. */
public final class DynamoStudyReader implements StudyReader {

  private final DynamoDbClient dynamo;
  private final StudyTables tables;

  public DynamoStudyReader(DynamoDbClient dynamo, StudyTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Snapshot memberAndCall(String studyId, User asking) {
    return read(studyId, asking, List.of());
  }

  @Override
  public Snapshot memberCallAndOnline(String studyId, User asking) {
    return read(studyId, asking, List.of(OnlineItem.key(studyId)));
  }

  @Override
  public Snapshot memberCallAndSession(String studyId, User asking, long number) {
    return read(studyId, asking, List.of(CallKeys.key(studyId, CallKeys.session(number))));
  }

  private Snapshot read(String studyId, User asking, List<Map<String, AttributeValue>> more) {
    Map<String, AttributeValue> member = MemberItem.key(new MemberKey(studyId, asking.id()));
    Map<String, AttributeValue> call = CallKeys.call(studyId);
    Batch batch = new Batch().add(tables.groups(), member).add(tables.calls(), call);
    more.forEach(key -> batch.add(tables.calls(), key));
    Found found = batch.read(dynamo);
    var extra = more.stream().flatMap(key -> found.find(tables.calls(), key).stream()).findFirst();
    return new Snapshot(
        found.find(tables.groups(), member).flatMap(MemberItem::find),
        found.find(tables.calls(), call).map(CallItem::read),
        extra.map(OnlineItem::read).orElse(List.of()),
        extra.filter(CallItem::isSession).map(CallItem::read));
  }
}
