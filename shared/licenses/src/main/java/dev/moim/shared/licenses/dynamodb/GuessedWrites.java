package dev.moim.shared.licenses.dynamodb;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Update;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Writes whose form depends on what the item holds. The first form is guessed from what this
 * instance saw of the license last, which is nearly always right: one request. A wrong guess fails
 * its condition, and the failure shows the item: the second form is right unless somebody else was
 * faster.
 */
final class GuessedWrites {

  private static final int ATTEMPTS = 10;
  private static final int REMEMBERED = 1_000;

  /** What guesses are made from. The rest of the item, its room ids first of all, may be large. */
  private static final List<String> GAUGES =
      List.of(
          LicenseItem.OPEN,
          LicenseItem.PEAK,
          LicenseItem.PEAK_DAY,
          LicenseItem.REGISTER_TAT,
          LicenseItem.CREATE_TAT,
          LicenseItem.AUTH_TAT);

  private final DynamoDbClient dynamo;
  private final Map<String, Map<String, AttributeValue>> lastSeen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, AttributeValue>> eldest) {
          return size() > REMEMBERED;
        }
      };

  GuessedWrites(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * @param update the form that fits an item of this look; called again for each attempt
   * @param done reads the item after the write
   * @param refusal why an item forbids the write in any form; it gets an empty one if there is none
   * @param contended what to answer when others are always faster
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

  private synchronized Map<String, AttributeValue> recall(String licenseId) {
    return lastSeen.getOrDefault(licenseId, Map.of());
  }

  private synchronized void remember(String licenseId, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> gauges = new HashMap<>(item);
    gauges.keySet().retainAll(GAUGES);
    lastSeen.put(licenseId, gauges);
  }
}
