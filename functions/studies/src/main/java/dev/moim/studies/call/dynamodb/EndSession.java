package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;

import dev.moim.shared.aws.dynamodb.Cancellation;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.StudyCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Ends a session: closes it, adds it to the history and to the rollups of its day, its month and
 * its participants, all or nothing. A session nobody joined leaves nothing behind.
 */
final class EndSession {

  private final DynamoDbClient dynamo;
  private final String table;

  EndSession(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * @param over as it is to be stored, with the revision it was read with
   * @return false if anything about the session has changed since
   */
  boolean write(StudyCall over) {
    try {
      dynamo.transactWriteItems(r -> r.transactItems(items(over)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      Cancellation why = Cancellation.of(cancelled);
      if (why.refused() || why.conflicted()) {
        return false;
      }
      throw cancelled;
    }
  }

  private List<TransactWriteItem> items(StudyCall over) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        put(
            Put.builder()
                .item(CallItem.latest(over, over.rev() + 1))
                .conditionExpression("rev = :rev")
                .expressionAttributeValues(Map.of(":rev", number(over.rev())))));
    if (over.roster().isEmpty()) {
      return items;
    }
    items.add(put(Put.builder().item(CallItem.past(over))));
    SortKey started = CallKeys.startedAt(over.session());
    items.add(put(Put.builder().item(CallKeys.key(over.studyId(), started))));
    RollupUpdates rollups = new RollupUpdates(table, over);
    items.add(rollups.ofDay());
    items.add(rollups.ofMonth());
    for (CallParticipant participant : over.roster().byUserId().values()) {
      items.add(rollups.of(participant));
    }
    return items;
  }

  private TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.tableName(table).build()).build();
  }
}
