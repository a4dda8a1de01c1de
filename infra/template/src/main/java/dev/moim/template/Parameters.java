package dev.moim.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template's parameters: the given value, else the default. */
final class Parameters {

  private Parameters() {}

  /**
   * @throws TemplateException for a parameter without value, an undeclared or a disallowed one
   */
  static Map<String, Object> resolve(
      Path file, Map<String, Object> declared, Map<String, ?> given) {
    given.keySet().stream()
        .filter(name -> !declared.containsKey(name))
        .findFirst()
        .ifPresent(name -> fail(file, name, "is given but not declared"));
    Map<String, Object> values = new LinkedHashMap<>();
    declared.forEach((name, body) ->
        values.put(name, value(file, name, Values.map(name, body), given.get(name))));
    return values;
  }

  private static Object value(
      Path file, String name, Map<String, Object> declaration, @Nullable Object given) {
    Object value = given != null ? given : declaration.get("Default");
    if (value == null) {
      throw new TemplateException(file + ": parameter " + name + " has no value and no default");
    }
    if (declaration.get("AllowedValues") instanceof List<?> allowed
        && allowed.stream().noneMatch(item -> item.toString().equals(value.toString()))) {
      fail(file, name, "must be one of " + allowed);
    }
    boolean list = "CommaDelimitedList".equals(declaration.get("Type"));
    return list && value instanceof String text
        ? List.of(text.split("\\s*,\\s*", -1))
        : value instanceof List<?> ? value : value.toString();
  }

  private static void fail(Path file, String name, String why) {
    throw new TemplateException(file + ": parameter " + name + " " + why);
  }
}
