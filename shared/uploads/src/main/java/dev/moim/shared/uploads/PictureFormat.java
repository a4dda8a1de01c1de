package dev.moim.shared.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats we read, told apart by how a file begins. */
enum PictureFormat {
  PNG,
  JPEG,
  GIF,
  WEBP;

  static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  /** The same by its content type, {@code image/png} for instance. */
  static Optional<PictureFormat> named(String contentType) {
    return Arrays.stream(values())
        .filter(format -> ("image/" + format.word()).equalsIgnoreCase(contentType))
        .findFirst();
  }

  /**
   * @throws IllegalStateException if its library is missing from the class path
   */
  ImageReader reader() {
    var readers = ImageIO.getImageReadersByFormatName(word());
    if (!readers.hasNext()) {
      throw new IllegalStateException("nothing reads " + word());
    }
    return readers.next();
  }

  private boolean begins(byte[] file) {
    return switch (this) {
      case PNG -> has(file, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(file, 0, "\u00ff\u00d8\u00ff");
      case GIF -> has(file, 0, "GIF87a") || has(file, 0, "GIF89a");
      case WEBP -> has(file, 0, "RIFF") && has(file, 8, "WEBP");
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean has(byte[] file, int offset, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    int end = offset + expected.length;
    return file.length >= end && Arrays.equals(file, offset, end, expected, 0, expected.length);
  }
}
