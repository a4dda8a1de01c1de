package dev.moim.studies.websocket;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of the request that opened a socket (RFC 6265, section 5.4). A WebSocket API hands
 * headers over as the client wrote them, names included.
 */
final class Cookies {

  private Cookies() {}

  /** Of two cookies of a name the first, as browsers order them. */
  static Map<String, String> of(@Nullable Map<String, String> headers) {
    Map<String, String> cookies = new LinkedHashMap<>();
    if (headers != null) {
      headers.forEach((name, value) -> {
        if (name.equalsIgnoreCase("cookie")) {
          read(value, cookies);
        }
      });
    }
    return cookies;
  }

  private static void read(String header, Map<String, String> cookies) {
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
  }
}
