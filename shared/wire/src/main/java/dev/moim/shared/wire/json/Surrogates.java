package dev.moim.shared.wire.json;

/**
 * Half a character: JavaScript can cut a text in the middle of an emoji and send the rest. UTF-8
 * has no bytes for such a half, JSON's escapes do.
 */
final class Surrogates {

  private Surrogates() {}

  static boolean unpairedIn(String text) {
    return nextUnpaired(text, 0) < text.length();
  }

  /**
   * @param json where such halves can only stand inside texts, so that an escape is legal
   */
  static String escapeUnpaired(String json) {
    int at = nextUnpaired(json, 0);
    if (at == json.length()) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 8);
    int from = 0;
    while (at < json.length()) {
      escaped.append(json, from, at).append("\\u").append(Integer.toHexString(json.charAt(at)));
      from = at + 1;
      at = nextUnpaired(json, from);
    }
    return escaped.append(json, from, json.length()).toString();
  }

  /** The index of the next one, or the text's length. */
  private static int nextUnpaired(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}
