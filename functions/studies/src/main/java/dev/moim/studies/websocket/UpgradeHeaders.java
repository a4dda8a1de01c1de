package dev.moim.studies.websocket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of the request that opened a socket tell about who did. A WebSocket API hands
 * them over as the client wrote them, names included.
 *
 * @param cookies (RFC 6265, section 5.4); of two of a name the first, as browsers order them
 * @param origin of the page that opened it, which every browser tells (RFC 6454)
 */
record UpgradeHeaders(Map<String, String> cookies, Optional<String> origin) {

  static UpgradeHeaders of(@Nullable Map<String, String> headers) {
    Map<String, String> cookies = new LinkedHashMap<>();
    Optional<String> origin = Optional.empty();
    for (Map.Entry<String, String> header :
        (headers == null ? Map.<String, String>of() : headers).entrySet()) {
      if (header.getKey().equalsIgnoreCase("cookie")) {
        read(header.getValue(), cookies);
      } else if (header.getKey().equalsIgnoreCase("origin")) {
        origin = Optional.of(header.getValue());
      }
    }
    return new UpgradeHeaders(cookies, origin);
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
