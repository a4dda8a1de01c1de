package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.Traces;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Walks through all that is kept of a study, which nobody waits for. One request for each 1 MB, and
 * one for each item with a trace.
 */
public final class DynamoTraces implements Traces {

  private static final AttributeValue NOTHING = text("");

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoTraces(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void erase(ParticipantKey who) {
    String totals = CallKeys.user(who.userId()).text();
    var all =
        dynamo.queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("studyId = :study")
                .expressionAttributeValues(Map.of(":study", text(who.studyId())))
                .consistentRead(true));
    for (var item : all.items()) {
      if (textOf(item, CallKeys.ITEM).equals(totals)) {
        dynamo.deleteItem(r -> r.tableName(table).key(key(item)));
      } else if (CallItem.isSession(item)) {
        eraseParticipant(item, who.userId());
        eraseStarter(item, who.userId());
      } else if (item.containsKey(RollupUpdates.NAME + who.userId())) {
        update(item).remove(path(RollupUpdates.NAME + who.userId())).tryWith(dynamo);
      }
    }
  }

  private void eraseParticipant(Map<String, AttributeValue> item, String userId) {
    if (mapOf(item, CallItem.PARTICIPANTS).containsKey(userId)) {
      Path one = path(CallItem.PARTICIPANTS, userId);
      session(item)
          .set(one.at(ParticipantItem.NAME), NOTHING)
          .set(one.at(ParticipantItem.AVATAR), NOTHING)
          .onlyIf(one.exists())
          .tryWith(dynamo);
    }
  }

  private void eraseStarter(Map<String, AttributeValue> item, String userId) {
    var starter = Objects.requireNonNull(item.get(CallItem.STARTER)).l();
    if (starter.getFirst().s().equals(userId)) {
      Path one = path(CallItem.STARTER);
      session(item)
          .set(one.at(CallItem.STARTER_NAME), NOTHING)
          .set(one.at(CallItem.STARTER_AVATAR), NOTHING)
          .onlyIf(one.at(0).equalTo(text(userId)))
          .tryWith(dynamo);
    }
  }

  /** Whoever ends the open one meanwhile has read the name, and has to read again. */
  private Update session(Map<String, AttributeValue> item) {
    Update update = update(item);
    return item.containsKey(CallItem.REV) ? update.increment(CallItem.REV) : update;
  }

  private Update update(Map<String, AttributeValue> item) {
    return new Update(table, key(item));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of(
        CallKeys.STUDY_ID,
        text(textOf(item, CallKeys.STUDY_ID)),
        CallKeys.ITEM,
        text(textOf(item, CallKeys.ITEM)));
  }
}
