package dev.moim.studies.call.dynamodb;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Batch.Found;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.studies.call.Desk;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads members and calls, which are in two tables, in one {@code BatchGetItem}. */
public final class DynamoDesk implements Desk {

  private final DynamoDbClient dynamo;
  private final StudyTables tables;

  public DynamoDesk(DynamoDbClient dynamo, StudyTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Seen look(String studyId, String userId) {
    return seen(studyId, userId, List.of());
  }

  @Override
  public Seen lookToStart(String studyId, String userId) {
    return seen(studyId, userId, List.of(OnlineItem.key(studyId)));
  }

  @Override
  public Seen lookUp(String studyId, String userId, long number) {
    return seen(studyId, userId, List.of(CallKeys.key(studyId, CallKeys.session(number))));
  }

  private Seen seen(String studyId, String userId, List<Map<String, AttributeValue>> more) {
    Batch batch =
        new Batch()
            .add(tables.groups(), MemberItem.key(studyId, userId))
            .add(tables.calls(), CallKeys.call(studyId));
    more.forEach(key -> batch.add(tables.calls(), key));
    Found found = batch.read(dynamo);
    var extra = more.stream().flatMap(key -> found.find(tables.calls(), key).stream()).findFirst();
    return new Seen(
        found.find(tables.groups(), MemberItem.key(studyId, userId)).flatMap(MemberItem::find),
        found.find(tables.calls(), CallKeys.call(studyId)).map(CallItem::read),
        extra.map(OnlineItem::read).orElse(List.of()),
        extra.filter(CallItem::isSession).map(CallItem::read));
  }
}
