package dev.moim.shared.uploads;

import dev.moim.shared.kernel.DomainException;

/** Makes of a file that somebody sent a picture that may be shown to others. */
public final class Pictures {

  /** What one file may have. */
  public static final int MAX_BYTES = 10_000_000;

  /** What a picture may have: those of today's phones, and no bomb. */
  public static final int MAX_PIXELS = 50_000_000;

  private Pictures() {}

  /**
   * Turned upright, in the sizes we keep, and without anything but its pixels: no place, no
   * camera, no comment, nothing behind its end. Of a moving picture, the first frame.
   *
   * @param upload a PNG, JPEG, WebP or GIF, whatever its name says
   * @throws DomainException {@link UploadError#UNKNOWN_PICTURE}, {@link
   *     UploadError#BROKEN_PICTURE}, {@link UploadError#PICTURE_TOO_LARGE} or {@link
   *     UploadError#TOO_MANY_PIXELS}
   */
  public static Picture clean(byte[] upload) {
    if (upload.length > MAX_BYTES) {
      throw new DomainException(UploadError.PICTURE_TOO_LARGE);
    }
    throw new DomainException(UploadError.UNKNOWN_PICTURE);
  }
}
