package dev.moim.shared.uploads;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** The one thing we want to know of a picture besides its pixels: how its camera was held. */
final class Exif {

  private static final int PNG_FIRST_CHUNK = 8;
  private static final int RIFF_FIRST_CHUNK = 12;
  private static final int EXIF_IN_PNG = 0x65584966; // eXIf
  private static final int EXIF_IN_WEBP = 0x46495845; // EXIF, of which the first letter comes first

  private Exif() {}

  /** 1 to 8, as EXIF counts them; 1, upright, if nothing can be read of it. */
  static int orientation(PictureFormat format, byte[] file) {
    try {
      return find(format, file).map(Exif::orientation).filter(it -> it >= 1 && it <= 8).orElse(1);
    } catch (IOException | RuntimeException unreadable) {
      return 1;
    }
  }

  private static Optional<byte[]> find(PictureFormat format, byte[] file) throws IOException {
    return switch (format) {
      case JPEG -> inJpeg(file);
      case PNG -> inChunks(ByteBuffer.wrap(file), PNG_FIRST_CHUNK);
      case WEBP -> inChunks(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), RIFF_FIRST_CHUNK);
      case GIF -> Optional.empty();
    };
  }

  private static Optional<byte[]> inJpeg(byte[] file) throws IOException {
    List<JPEGSegment> found =
        JPEGSegmentUtil.readSegments(new ByteArrayImageInputStream(file), JPEG.APP1, "Exif");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream data = found.getFirst().data()) {
      data.skipNBytes(1); // the name ends in two zeros, of which the library takes one
      return Optional.of(data.readAllBytes());
    }
  }

  /** PNG and WebP are lists of chunks; only order and place of name and length differ. */
  private static Optional<byte[]> inChunks(ByteBuffer file, int first) {
    boolean png = file.order() == ByteOrder.BIG_ENDIAN;
    int at = first;
    while (at + 8 <= file.limit()) {
      int name = file.getInt(png ? at + 4 : at);
      int length = file.getInt(png ? at : at + 4);
      if (length < 0 || length > file.limit() - at - 8) {
        return Optional.empty();
      }
      if (name == (png ? EXIF_IN_PNG : EXIF_IN_WEBP)) {
        byte[] data = new byte[length];
        file.get(at + 8, data);
        return Optional.of(data);
      }
      at += 8 + length + (png ? 4 : length % 2); // a checksum, or a byte to be even
    }
    return Optional.empty();
  }

  private static int orientation(byte[] tiff) {
    try {
      Entry entry =
          new TIFFReader()
              .read(new ByteArrayImageInputStream(tiff))
              .getEntryById(TIFF.TAG_ORIENTATION);
      return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
    } catch (IOException unreadable) {
      return 1;
    }
  }
}
