package dev.moim.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a filter may say of one value. Numbers of DynamoDB are texts in a record, so {@code numeric}
 * never matches one, as on AWS.
 */
final class FilterRules {

  private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

  private FilterRules() {}

  /**
   * @throws IllegalStateException if there is no such rule
   */
  static void check(JsonNode rule) {
    if (rule.isValueNode()) {
      return;
    }
    boolean known =
        rule.isObject()
            && rule.size() == 1
            && switch (rule.fieldNames().next()) {
              case "prefix", "suffix", "equals-ignore-case" -> rule.iterator().next().isTextual();
              case "exists" -> rule.path("exists").isBoolean();
              case "anything-but" -> isExclusion(rule.path("anything-but"));
              case "numeric" -> isRange(rule.path("numeric"));
              default -> false;
            };
    if (!known) {
      throw new IllegalStateException("a filter has no rule " + rule);
    }
  }

  private static boolean isExclusion(JsonNode excluded) {
    if (excluded.isObject()) {
      check(excluded);
      return true;
    }
    return excluded.isValueNode() || (excluded.isArray() && !excluded.isEmpty());
  }

  private static boolean isRange(JsonNode range) {
    boolean sound = range.isArray() && !range.isEmpty() && range.size() % 2 == 0;
    for (int i = 0; sound && i < range.size(); i += 2) {
      sound = COMPARISONS.contains(range.path(i).asText()) && range.path(i + 1).isNumber();
    }
    return sound;
  }

  /** Of a list any value may match. What is no leaf neither matches nor exists. */
  static boolean matches(JsonNode rule, JsonNode value) {
    if (rule.has("exists")) {
      return rule.path("exists").asBoolean() == (value.isValueNode() || value.isArray());
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).anyMatch(it -> holds(rule, it));
    }
    return value.isValueNode() && holds(rule, value);
  }

  private static boolean holds(JsonNode rule, JsonNode value) {
    if (rule.isValueNode()) {
      return (rule.isNumber() && value.isNumber())
          ? rule.decimalValue().compareTo(value.decimalValue()) == 0
          : rule.equals(value);
    }
    JsonNode wanted = rule.iterator().next();
    return switch (rule.fieldNames().next()) {
      case "prefix" -> value.isTextual() && value.asText().startsWith(wanted.asText());
      case "suffix" -> value.isTextual() && value.asText().endsWith(wanted.asText());
      case "equals-ignore-case" -> value.isTextual() && lower(value).equals(lower(wanted));
      case "anything-but" -> !excludes(wanted, value);
      default -> value.isNumber() && inRange(wanted, value.decimalValue());
    };
  }

  private static boolean excludes(JsonNode excluded, JsonNode value) {
    return excluded.isArray()
        ? StreamSupport.stream(excluded.spliterator(), false).anyMatch(it -> holds(it, value))
        : holds(excluded, value);
  }

  private static boolean inRange(JsonNode range, BigDecimal value) {
    for (Iterator<JsonNode> parts = range.iterator(); parts.hasNext(); ) {
      String comparison = parts.next().asText();
      int order = value.compareTo(parts.next().decimalValue());
      boolean holds =
          switch (comparison) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static String lower(JsonNode text) {
    return text.asText().toLowerCase(Locale.ROOT);
  }
}
