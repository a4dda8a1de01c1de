package dev.moim.meetings.search;

/**
 * What somebody looks for: a part of a text, wherever it stands in it.
 *
 * @param text normal
 */
public record Keyword(SearchType type, String text) {

  /** In characters: one syllable is in half of all texts. */
  public static final int MIN_LENGTH = 2;

  public static final int MAX_LENGTH = 100;

  /** Of a text as somebody typed it. */
  public static Keyword of(SearchType type, String typed) {
    return new Keyword(type, Normal.of(typed.strip()));
  }

  /** Whether it is neither too short nor too long to look for. */
  public boolean isUsable() {
    return text.codePointCount(0, text.length()) >= MIN_LENGTH && text.length() <= MAX_LENGTH;
  }

  boolean isIn(Listing listing) {
    return listing.words().of(type).contains(text);
  }
}
