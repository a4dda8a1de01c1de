package dev.moim.meetings.search;

/**
 * What somebody looks for: a part of a text, wherever it stands in it.
 *
 * @param text normal
 */
public record Keyword(SearchType type, String text) {

  /** In UTF-16 units. */
  private static final int MAX_LENGTH = 100;

  /** Of a text as somebody typed it. */
  public static Keyword of(SearchType type, String typed) {
    return new Keyword(type, Normal.of(typed.strip()));
  }

  /** Whether it is short enough to look for. */
  public boolean isUsable() {
    return text.length() <= MAX_LENGTH;
  }

  boolean isIn(Listing listing) {
    return listing.words().of(type).contains(text);
  }
}
