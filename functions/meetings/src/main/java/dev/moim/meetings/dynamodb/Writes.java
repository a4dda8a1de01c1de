package dev.moim.meetings.dynamodb;

import dev.moim.shared.aws.dynamodb.Cancellation;
import dev.moim.shared.aws.dynamodb.Contention;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions that many people may want at once, such as approvals of one meeting. */
final class Writes {

  private static final String REFUSED = "ConditionalCheckFailed";
  private static final int ATTEMPTS = 12;

  private Writes() {}

  /**
   * @return which part was refused, the first of several; empty if all are written
   * @throws TransactionCanceledException if it met others each time
   */
  static OptionalInt refusal(DynamoDbClient dynamo, List<TransactWriteItem> parts) {
    for (int attempt = 1; ; attempt++) {
      try {
        dynamo.transactWriteItems(it -> it.transactItems(parts));
        return OptionalInt.empty();
      } catch (TransactionCanceledException cancelled) {
        Cancellation why = Cancellation.of(cancelled);
        if (why.refused()) {
          return OptionalInt.of(why.codes().indexOf(REFUSED));
        }
        if (!why.conflicted() || attempt == ATTEMPTS) {
          throw cancelled;
        }
        Contention.pause(attempt);
      }
    }
  }
}
