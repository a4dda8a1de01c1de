package dev.moim.shared.wire.stomp;

import dev.moim.shared.kernel.MalformedException;

/** Names and values of headers, between what they mean and how a version writes them. */
final class HeaderText {

  private HeaderText() {}

  /**
   * @throws IllegalArgumentException if the version has no way of writing it: a defect of the
   *     caller
   */
  static String escape(String text, StompVersion version) {
    if (version == StompVersion.V1_0) {
      if (text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a header is one line");
      }
      return text;
    }
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace(":", "\\c");
    return version == StompVersion.V1_1 ? escaped : escaped.replace("\r", "\\r");
  }

  /**
   * @throws MalformedException if the version has no such escape
   */
  static String unescape(String written, StompVersion version) {
    if (version == StompVersion.V1_0 || written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int at = 0; at < written.length(); at++) {
      char c = written.charAt(at);
      if (c == '\\') {
        at++;
        text.append(meaning(at < written.length() ? written.charAt(at) : ' ', version));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static char meaning(char escaped, StompVersion version) {
    int known = (version == StompVersion.V1_2 ? "\\ncr" : "\\nc").indexOf(escaped);
    if (known < 0) {
      throw new MalformedException("a header has an undefined escape");
    }
    return "\\\n:\r".charAt(known);
  }
}
