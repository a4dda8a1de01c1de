package dev.moim.shared.uploads;

/** A picture in one size, encoded by us: pixels and nothing else. */
public final class Rendition {

  /** Width and height in pixels. */
  public record Extent(int width, int height) {}

  private final Extent extent;
  private final String contentType;
  private final byte[] bytes;

  /**
   * @param contentType {@code image/jpeg}, or {@code image/png} if some of it is transparent
   */
  Rendition(Extent extent, String contentType, byte[] bytes) {
    this.extent = extent;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  public Extent extent() {
    return extent;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Rendition[" + extent + ", " + contentType + ", " + bytes.length + " bytes]";
  }
}
