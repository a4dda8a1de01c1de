package dev.moim.shared.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer in JSON.
 *
 * @param body a tree as {@link dev.moim.shared.wire.json.Json#write} takes it
 */
public record HttpReply(int status, Map<String, ?> body, Map<String, String> headers) {

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public static HttpReply ok(Map<String, ?> body) {
    return of(200, body);
  }

  public static HttpReply of(int status, Map<String, ?> body) {
    return new HttpReply(status, body, Map.of());
  }

  public HttpReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, body, more);
  }
}
