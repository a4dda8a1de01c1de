package dev.moim.shared.lambda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer, in JSON unless its headers say what else it is.
 *
 * @param body a tree as {@link dev.moim.shared.wire.json.Json#write} takes it, or a text of another
 *     type
 */
public record HttpReply(int status, Object body, Map<String, String> headers) {

  static final String CONTENT_TYPE = "content-type";

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public static HttpReply ok(Map<String, ?> body) {
    return of(200, body);
  }

  public static HttpReply of(int status, Map<String, ?> body) {
    return new HttpReply(status, body, Map.of());
  }

  /** For documents whose answer is no object. */
  public static HttpReply list(List<? extends Map<String, ?>> body) {
    return new HttpReply(200, body, Map.of());
  }

  /** A text that is no JSON. */
  public static HttpReply text(String type, String body) {
    return new HttpReply(200, body, Map.of(CONTENT_TYPE, type));
  }

  public HttpReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, body, more);
  }
}
