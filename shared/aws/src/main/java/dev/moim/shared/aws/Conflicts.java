package dev.moim.shared.aws;

import dev.moim.shared.aws.dynamodb.Cancellation;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * A request that met a transaction on the same item has done nothing and may be repeated, which the
 * SDK leaves to its caller. Told here, it does so itself, with its usual number of attempts and its
 * random delays, for every store.
 *
 * <p>The SDK draws a transaction's ClientRequestToken once for all attempts, so one whose answer
 * was lost is not carried out twice.
 */
public final class Conflicts {

  private Conflicts() {}

  public static void retried(RetryStrategy.Builder<?, ?> retries) {
    retries.retryOnException(TransactionConflictException.class).retryOnException(Conflicts::isOne);
  }

  /** A condition that failed as well would fail again. */
  private static boolean isOne(Throwable failure) {
    if (!(failure instanceof TransactionCanceledException cancelled)) {
      return false;
    }
    Cancellation why = Cancellation.of(cancelled);
    return why.conflicted() && !why.refused();
  }
}
