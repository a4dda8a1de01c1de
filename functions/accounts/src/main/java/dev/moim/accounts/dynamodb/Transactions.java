package dev.moim.accounts.dynamodb;

import dev.moim.shared.aws.dynamodb.Cancellation;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes several items or none. Many who want the same name at once meet each other there; whoever
 * lost the race is told so by a condition, but only after the winner is through.
 */
final class Transactions {

  private static final int ATTEMPTS = 6;

  private final DynamoDbClient dynamo;

  Transactions(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * @return nothing if it was carried out, else the position of the first item whose condition
   *     failed
   * @throws DomainException {@link ServiceError#SERVICE_UNAVAILABLE} if others were always in the
   *     way
   */
  Optional<Integer> run(List<TransactWriteItem> items) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        dynamo.transactWriteItems(r -> r.transactItems(items));
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
        Contention.pause(attempt + 1);
      }
    }
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }
}
