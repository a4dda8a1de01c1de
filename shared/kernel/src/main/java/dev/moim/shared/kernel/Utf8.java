package dev.moim.shared.kernel;

import java.nio.charset.StandardCharsets;

/** The size of texts where they are stored: tables count bytes of UTF-8, Java counts UTF-16. */
public final class Utf8 {

  private Utf8() {}

  public static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The longest beginning of the text that fits, never ending inside a character. */
  public static String cut(String text, int maxBytes) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += bytes(Character.toString(codePoint));
      if (used > maxBytes) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }
}
