package dev.moim.shared.uploads;

import dev.moim.shared.kernel.DomainException;
import java.util.EnumMap;
import java.util.Map;

/** Makes of a file that somebody sent a picture that may be shown to others. */
public final class Pictures {

  /** What one file may have. */
  public static final int MAX_BYTES = 10_000_000;

  /** What a picture may have: those of today's phones, and no bomb. */
  public static final int MAX_PIXELS = 50_000_000;

  private Pictures() {}

  /** Whether files of this content type may be pictures, {@code image/png} for instance. */
  public static boolean isKnownType(String contentType) {
    return PictureFormat.named(contentType).isPresent();
  }

  /**
   * Turned upright, in the sizes we keep, and without anything but its pixels: no place, no camera,
   * no comment, nothing behind its end. Of a moving picture, the first frame.
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
    PictureFormat format =
        PictureFormat.of(upload)
            .orElseThrow(() -> new DomainException(UploadError.UNKNOWN_PICTURE));
    Canvas canvas = Canvas.of(new Decoder(format, upload).decode());
    int orientation = Exif.orientation(format, upload);
    Map<PictureSize, Rendition> renditions = new EnumMap<>(PictureSize.class);
    for (PictureSize size : PictureSize.values()) {
      canvas = canvas.within(size.longestSide()); // from the larger to the smaller
      renditions.put(size, Encoder.encode(canvas.upright(orientation)));
    }
    return new Picture(renditions);
  }
}
