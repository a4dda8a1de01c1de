package dev.moim.shared.wire.socketio;

import dev.moim.shared.kernel.MalformedException;
import java.util.OptionalLong;

/**
 * A packet up to its JSON: {@code <type>[<namespace>[?<query>],][<ack id>][<json>]}.
 *
 * @param json not read yet; empty when absent
 */
record Header(char type, String namespace, String query, OptionalLong ackId, String json) {

  /** Ids are counted up in a JavaScript number, so none has more digits than 2^53. */
  private static final int MAX_ID_DIGITS = 16;

  static Header read(String text) {
    if (text.isEmpty()) {
      throw new MalformedException("empty packet");
    }
    String path = path(text);
    int query = path.indexOf('?');
    // The comma behind a path is optional at the end: old clients leave it out there.
    int id = path.isEmpty() ? 1 : Math.min(text.length(), path.length() + 2);
    int json = afterDigits(text, id);
    return new Header(
        text.charAt(0),
        path.isEmpty() ? "/" : query < 0 ? path : path.substring(0, query),
        query < 0 ? "" : path.substring(query + 1),
        ackId(text.substring(id, json)),
        text.substring(json));
  }

  /** The namespace with its query; empty where it is left out, which means {@code /}. */
  private static String path(String text) {
    if (!text.startsWith("/", 1)) {
      return "";
    }
    int comma = text.indexOf(',', 1);
    return text.substring(1, comma < 0 ? text.length() : comma);
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static OptionalLong ackId(String digits) {
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    if (digits.length() > MAX_ID_DIGITS) {
      throw new MalformedException("ack id out of range");
    }
    return OptionalLong.of(Long.parseLong(digits));
  }
}
