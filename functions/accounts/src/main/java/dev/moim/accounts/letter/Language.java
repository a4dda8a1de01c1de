package dev.moim.accounts.letter;

import java.util.Locale;

/** What mail is written in. */
public enum Language {
  KOREAN("ko"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As files are named. */
  String tag() {
    return tag;
  }

  /**
   * What somebody reads. The documents' service is a Korean one.
   *
   * @param accepted the header {@code Accept-Language}, or ""; the first language that it names and
   *     we write counts
   */
  public static Language of(String accepted) {
    for (String range : accepted.toLowerCase(Locale.ROOT).split(",")) {
      String wanted = range.strip();
      if (wanted.startsWith("ko")) {
        return KOREAN;
      }
      if (wanted.startsWith("en")) {
        return ENGLISH;
      }
    }
    return KOREAN;
  }
}
