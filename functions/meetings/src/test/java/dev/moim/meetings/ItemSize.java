package dev.moim.meetings;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large an item is as DynamoDB counts it, and so how many units its write takes. DynamoDB Local
 * says the same of every transaction, whatever is in it.
 */
final class ItemSize {

  private static final int UNIT = 1_024;

  private ItemSize() {}

  static int units(Map<String, AttributeValue> item) {
    return (bytes(item) + UNIT - 1) / UNIT;
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(entry -> text(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    if (value.hasM()) {
      return 3 + value.m().size() + bytes(value.m());
    }
    if (value.hasSs()) {
      return value.ss().stream().mapToInt(ItemSize::text).sum();
    }
    if (value.b() != null) {
      return value.b().asByteArray().length;
    }
    return value.n() == null ? text(value.s()) : value.n().length() / 2 + 2;
  }

  private static int text(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
