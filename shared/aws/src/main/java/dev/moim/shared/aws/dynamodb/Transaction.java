package dev.moim.shared.aws.dynamodb;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that are made together or not at all. */
public record Transaction(List<TransactWriteItem> writes) {

  /**
   * @return false if the condition of the first of them did not hold, and nothing was written
   * @throws TransactionCanceledException if it was refused for any other reason
   */
  public boolean write(DynamoDbClient dynamo) {
    try {
      dynamo.transactWriteItems(r -> r.transactItems(writes));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Cancellation.of(cancelled).refusedByFirst()) {
        return false;
      }
      throw cancelled;
    }
  }
}
