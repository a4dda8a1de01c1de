package dev.moim.shared.uploads;

/** The sizes in which a picture is kept. A smaller picture stays as small as it is. */
public enum PictureSize {
  /** For a page that shows one. */
  FULL(1_024),
  /** For lists. */
  THUMBNAIL(256);

  private final int longestSide;

  PictureSize(int longestSide) {
    this.longestSide = longestSide;
  }

  /** In pixels. */
  public int longestSide() {
    return longestSide;
  }

  /** How it is called in names and addresses. */
  public String label() {
    return this == FULL ? "full" : "thumbnail";
  }
}
