package dev.moim.shared.aws.dynamodb;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that are made together or not at all. */
public record Transaction(List<TransactWriteItem> writes) {

  /** More in one transaction are refused (Amazon DynamoDB, quotas). */
  private static final int MAX_WRITES = 100;

  private static final int ATTEMPTS = 12;

  /** As many transactions as are needed for so many writes. */
  public static List<Transaction> of(List<TransactWriteItem> writes) {
    List<Transaction> all = new ArrayList<>();
    for (int from = 0; from < writes.size(); from += MAX_WRITES) {
      int to = Math.min(writes.size(), from + MAX_WRITES);
      all.add(new Transaction(writes.subList(from, to)));
    }
    return all;
  }

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

  /**
   * As {@link #write}, of what many may want at once: whoever meets another request tries again,
   * until the winner is through and a condition says who lost.
   *
   * @return the position of the first write whose condition did not hold; empty if all are made
   * @throws DomainException {@link ServiceError#SERVICE_UNAVAILABLE} if others were always in the
   *     way
   */
  public Optional<Integer> writeAmongMany(DynamoDbClient dynamo) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        dynamo.transactWriteItems(r -> r.transactItems(writes));
        return Optional.empty();
      } catch (TransactionCanceledException cancelled) {
        Cancellation why = Cancellation.of(cancelled);
        OptionalInt refused = why.refusedAt();
        if (refused.isPresent()) {
          return Optional.of(refused.getAsInt());
        }
        if (!why.conflicted()) {
          throw cancelled;
        }
        Contention.pause(attempt);
      }
    }
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }
}
