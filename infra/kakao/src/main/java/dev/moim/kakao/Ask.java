package dev.moim.kakao;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to Kakao.
 *
 * @param path without the query
 * @param query of the address
 * @param form of the body; empty if there is none
 * @param authorization the header
 */
public record Ask(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> form,
    Optional<String> authorization) {

  public Ask {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  /**
   * Reads a query, or a form in the same writing.
   *
   * @throws IllegalArgumentException if it is not properly encoded
   */
  public static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String find(String name) {
    return form.getOrDefault(name, query.getOrDefault(name, ""));
  }

  /** What follows this scheme in the header {@code Authorization}. */
  Optional<String> credentials(String scheme) {
    return authorization
        .filter(value -> value.startsWith(scheme + " "))
        .map(value -> value.substring(scheme.length() + 1).strip());
  }
}
