package dev.moim.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource, or a part of one, whose expressions are resolved. */
record Resource(String logicalId, String type, Map<String, Object> properties) {

  @Nullable Object raw(String property) {
    return properties.get(property);
  }

  boolean has(String property) {
    return properties.containsKey(property);
  }

  String text(String property) {
    return Values.text(where(property), raw(property));
  }

  String text(String property, String unlessSet) {
    return has(property) ? text(property) : unlessSet;
  }

  int number(String property, int unlessSet) {
    return has(property) ? Integer.parseInt(text(property)) : unlessSet;
  }

  /** Empty when absent. */
  Map<String, Object> map(String property) {
    return has(property) ? Values.map(where(property), raw(property)) : Map.of();
  }

  /** The texts of a list; empty when absent. */
  List<String> texts(String property) {
    return items(property).stream().map(item -> Values.text(where(property), item)).toList();
  }

  /** The mappings in a list; empty when absent. */
  List<Resource> parts(String property) {
    return items(property).stream()
        .map(item -> new Resource(logicalId, type, Values.map(where(property), item)))
        .toList();
  }

  /** A nested mapping; empty when absent. */
  Resource part(String property) {
    return new Resource(logicalId, type, map(property));
  }

  private List<?> items(String property) {
    return has(property) ? Values.list(where(property), raw(property)) : List.of();
  }

  private String where(String property) {
    return logicalId + "." + property;
  }
}
