package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Events in the records of a stream. */
final class EventRecords {

  private EventRecords() {}

  /**
   * Empty for what is no new event: another item of the table, an event that expired.
   *
   * @throws IllegalArgumentException if the item calls itself an event and lacks part of one
   */
  static Optional<DomainEvent> read(DynamodbStreamRecord record) {
    Map<String, AttributeValue> image = record.getDynamodb().getNewImage();
    if (!"INSERT".equals(record.getEventName())
        || image == null
        || !image.containsKey(DomainEvent.Item.ID)) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    part(image, DomainEvent.Item.FIELDS)
        .getM()
        .forEach((name, value) -> fields.put(name, value.getS()));
    long millis = Long.parseLong(part(image, DomainEvent.Item.OCCURRED_AT).getN());
    return Optional.of(
        new DomainEvent(
            part(image, DomainEvent.Item.ID).getS(),
            Instant.ofEpochMilli(millis),
            part(image, DomainEvent.Item.KIND).getS(),
            fields));
  }

  private static AttributeValue part(Map<String, AttributeValue> image, String name) {
    AttributeValue value = image.get(name);
    if (value == null) {
      throw new IllegalArgumentException("an event without " + name);
    }
    return value;
  }
}
