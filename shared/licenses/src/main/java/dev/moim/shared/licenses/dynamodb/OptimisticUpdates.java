package dev.moim.shared.licenses.dynamodb;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Recent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Optimistic concurrency for updates whose expression depends on what the item holds. The first is
 * made for the item as this instance saw it last, which is nearly always right: one request. If it
 * has changed, the condition fails and the failure shows the item: the second update is right
 * unless another writer was faster.
 */
final class OptimisticUpdates {

  /** Enough for dozens at once; with the pauses between them under three seconds. */
  private static final int ATTEMPTS = 40;

  private static final int MAX_REMEMBERED = 1_000;

  /** The attributes that updates depend on. */
  private static final List<String> REMEMBERED_ATTRIBUTES =
      List.of(
          LicenseItem.OPEN,
          LicenseItem.LISTED,
          LicenseItem.ENDED,
          LicenseItem.TOLD,
          LicenseItem.PEAK,
          LicenseItem.PEAK_DAY,
          LicenseItem.REGISTER_TAT,
          LicenseItem.CREATE_TAT,
          LicenseItem.AUTH_TAT);

  private final DynamoDbClient dynamo;
  private final Recent<String, Map<String, AttributeValue>> lastSeen =
      new Recent<>(MAX_REMEMBERED, Duration.ofMinutes(10));

  OptimisticUpdates(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * @param update makes the update for an item with these attributes; called for each attempt
   * @param done reads the item after the write
   * @param refusal why an item forbids any update; it gets an empty one if there is none
   * @param contended what to answer when other writers were faster each time
   */
  <T> T write(
      String licenseId,
      Function<Map<String, AttributeValue>, Update> update,
      Function<Map<String, AttributeValue>, T> done,
      Function<Map<String, AttributeValue>, Optional<T>> refusal,
      Supplier<T> contended) {
    Map<String, AttributeValue> seen = recall(licenseId);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        var after = dynamo.updateItem(update.apply(seen).request()).attributes();
        remember(licenseId, after);
        return done.apply(after);
      } catch (ConditionalCheckFailedException failed) {
        remember(licenseId, failed.item());
        Optional<T> refused = refusal.apply(failed.item());
        if (refused.isPresent()) {
          return refused.get();
        }
        seen = failed.item();
        Contention.pause(attempt);
      }
    }
    return contended.get();
  }

  /** What this instance saw last of a license; nothing if it has not seen it. */
  Map<String, AttributeValue> recall(String licenseId) {
    return lastSeen.find(licenseId).orElse(Map.of());
  }

  private void remember(String licenseId, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> remembered = new HashMap<>(item);
    remembered.keySet().retainAll(REMEMBERED_ATTRIBUTES);
    lastSeen.put(licenseId, remembered);
  }
}
