package dev.moim.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads template nodes as the shape they must have, and says where when they have not. */
final class Values {

  private Values() {}

  static Map<String, Object> map(String where, @Nullable Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new TemplateException(where + " must be a mapping");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(key.toString(), value));
    return result;
  }

  static List<?> list(String where, @Nullable Object node) {
    if (node instanceof List<?> list) {
      return list;
    }
    throw new TemplateException(where + " must be a list");
  }

  static <T> T require(String where, @Nullable T value) {
    if (value == null) {
      throw new TemplateException(where + " is missing");
    }
    return value;
  }

  static String text(String where, @Nullable Object node) {
    return switch (node) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case null, default -> throw new TemplateException(where + " must be a text, is " + node);
    };
  }
}
