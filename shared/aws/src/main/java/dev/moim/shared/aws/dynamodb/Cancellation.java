package dev.moim.shared.aws.dynamodb;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Why a transaction was not carried out.
 *
 * @param codes one for each of its items, in their order
 */
public record Cancellation(List<String> codes) {

  private static final String REFUSED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";

  public static Cancellation of(TransactionCanceledException cancelled) {
    return new Cancellation(
        cancelled.cancellationReasons().stream().map(CancellationReason::code).toList());
  }

  /** Whether the condition of the first item failed. */
  public boolean refusedByFirst() {
    return codes.getFirst().equals(REFUSED);
  }

  /** Whether the condition of any item failed. */
  public boolean refused() {
    return codes.contains(REFUSED);
  }

  /** The position of the first item whose condition failed; empty if none did. */
  public OptionalInt refusedAt() {
    return IntStream.range(0, codes.size()).filter(i -> codes.get(i).equals(REFUSED)).findFirst();
  }

  /** Whether it met another request on an item; the same may succeed a moment later. */
  public boolean conflicted() {
    return codes.contains(CONFLICT);
  }
}
