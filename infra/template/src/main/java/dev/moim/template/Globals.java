package dev.moim.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SAM's Globals: properties that every {@code AWS::Serverless} resource of a type inherits.
 * Mappings merge, lists are concatenated, anything else is replaced by the resource's own value.
 */
record Globals(Map<String, Object> sections) {

  private static final String PREFIX = "AWS::Serverless::";

  Map<String, Object> applied(Map<String, Object> resource) {
    String type = String.valueOf(resource.get("Type"));
    Object inherited =
        type.startsWith(PREFIX) ? sections.get(type.substring(PREFIX.length())) : null;
    if (inherited == null) {
      return resource;
    }
    Map<String, Object> result = new LinkedHashMap<>(resource);
    result.put("Properties", merged(inherited, resource.getOrDefault("Properties", Map.of())));
    return result;
  }

  private static Object merged(Object global, Object own) {
    if (isPlainMap(global) && isPlainMap(own)) {
      Map<String, Object> result = Values.map("Globals", global);
      Values.map("Properties", own)
          .forEach((key, value) -> result.merge(key, value, Globals::merged));
      return result;
    }
    return global instanceof List<?> first && own instanceof List<?> second
        ? Stream.concat(first.stream(), second.stream()).toList()
        : own;
  }

  /** An intrinsic function is a value, not a mapping to merge into. */
  private static boolean isPlainMap(Object node) {
    return node instanceof Map<?, ?> map && !Expressions.isIntrinsic(map);
  }
}
