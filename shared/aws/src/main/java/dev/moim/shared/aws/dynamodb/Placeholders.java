package dev.moim.shared.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names and values of one request. Expressions refer to them by placeholders, so reserved words
 * and ids with dots or dashes are safe. They are short, and what occurs twice has one: the text of
 * an expression is limited.
 */
public final class Placeholders {

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<AttributeValue, String> values = new LinkedHashMap<>();

  Placeholders() {}

  String of(String name) {
    return names.computeIfAbsent(name, _ -> "#" + names.size());
  }

  String of(AttributeValue value) {
    return values.computeIfAbsent(value, _ -> ":" + values.size());
  }

  Map<String, String> names() {
    Map<String, String> byPlaceholder = new LinkedHashMap<>();
    names.forEach((name, placeholder) -> byPlaceholder.put(placeholder, name));
    return byPlaceholder;
  }

  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> byPlaceholder = new LinkedHashMap<>();
    values.forEach((value, placeholder) -> byPlaceholder.put(placeholder, value));
    return byPlaceholder;
  }
}
