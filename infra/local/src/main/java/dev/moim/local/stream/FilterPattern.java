package dev.moim.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * A pattern of an event source's {@code FilterCriteria}: an object of the shape of a record, whose
 * leaves list what may stand there. A record that no pattern matches never reaches the function.
 */
final class FilterPattern {

  private final JsonNode pattern;

  private FilterPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws IllegalStateException if AWS would not take the pattern
   */
  static FilterPattern parse(String text) {
    JsonNode pattern =
        Json.parse(text)
            .filter(JsonNode::isObject)
            .orElseThrow(() -> new IllegalStateException("a filter is no JSON object: " + text));
    check(pattern);
    return new FilterPattern(pattern);
  }

  boolean matches(JsonNode record) {
    return matches(pattern, record);
  }

  private static void check(JsonNode part) {
    for (var entry : part.properties()) {
      JsonNode value = entry.getValue();
      if (entry.getKey().equals("$or")) {
        value.forEach(FilterPattern::check);
      } else if (value.isObject()) {
        check(value);
      } else if (value.isArray() && !value.isEmpty()) {
        value.forEach(FilterRules::check);
      } else {
        throw new IllegalStateException(
            "a filter wants a list of what may stand at " + entry.getKey());
      }
    }
  }

  private static boolean matches(JsonNode part, JsonNode value) {
    for (var entry : part.properties()) {
      JsonNode wanted = entry.getValue();
      boolean found;
      if (entry.getKey().equals("$or")) {
        found = any(wanted, choice -> matches(choice, value));
      } else {
        JsonNode there = value.path(entry.getKey());
        found =
            wanted.isObject()
                ? matches(wanted, there)
                : any(wanted, rule -> FilterRules.matches(rule, there));
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(JsonNode list, Predicate<JsonNode> test) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(test);
  }
}
