package dev.moim.shared.aws.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short conversions between Java values and DynamoDB's. */
public final class Attributes {

  private Attributes() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue flag(boolean value) {
    return AttributeValue.fromBool(value);
  }

  /** A set; DynamoDB has no empty ones, so ask before writing one. */
  public static AttributeValue texts(Collection<String> values) {
    return AttributeValue.builder().ss(values).build();
  }

  public static String textOf(Map<String, AttributeValue> item, String name) {
    return optionalText(item, name).orElse("");
  }

  public static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  public static long numberOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  public static boolean flagOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public static Set<String> textsOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }

  public static Map<String, AttributeValue> mapOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? Map.of() : value.m();
  }
}
