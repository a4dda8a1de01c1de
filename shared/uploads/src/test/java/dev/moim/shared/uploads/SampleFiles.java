package dev.moim.shared.uploads;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as cameras, programs and attackers make them. */
final class SampleFiles {

  /** 40 by 20 pixels, its left half red and its right half blue, by libwebp. */
  static final byte[] LOSSY_WEBP =
      decode(
          "UklGRm4AAABXRUJQVlA4IGIAAABQBACdASooABQAPrVKn0mnJCKhMAgA4BaJQBg/UgoAH2AV//uAAGAgnvLAAP7r"
              + "3i/ENP/vz/+emf3L/W3sZ9iPFX+gu/pHhcEf+5IPApO/A9kI9JY5ofYnJuPyRI6HAJi0AA==");

  /** The same with EXIF: it lies on its left side, and was taken at 37 degrees north. */
  static final byte[] LYING_WEBP =
      decode(
          "UklGRuQAAABXRUJQVlA4WAoAAAAIAAAAJwAAEwAAVlA4IGIAAABQBACdASooABQAPrVKn0mnJCKhMAgA4BaJQBg/"
              + "UgoAH2AV//uAAGAgnvLAAP7r3i/ENP/vz/+emf3L/W3sZ9iPFX+gu/pHhcEf+5IPApO/A9kI9JY5ofYnJuPy"
              + "RI6HAJi0AEVYSUZcAAAATU0AKgAAAAgAAgESAAMAAAABAAYAAIglAAQAAAABAAAAJgAAAAAAAgABAAIAAAAC"
              + "TgAAAAACAAUAAAADAAAARAAAAAAAAAAlAAAAAQAAACEAAAABAAAAOwAAAAE=");

  /** 12 by 8, lossless: its left half is transparent, its right half green. */
  static final byte[] TRANSPARENT_WEBP =
      decode("UklGRiQAAABXRUJQVlA4TBgAAAAvC8ABEA8wyBHzHwyBQIKQv812K0T0P3I=");

  private SampleFiles() {}

  private static byte[] decode(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  /** Quarters: red and green above, blue and white below. */
  static BufferedImage quarters(int width, int height) {
    return painted(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB),
        List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE));
  }

  /** The same, but nothing where red was. */
  static BufferedImage threeQuarters(int width, int height) {
    return painted(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB),
        List.of(new Color(0, 0, 0, 0), Color.GREEN, Color.BLUE, Color.WHITE));
  }

  private static BufferedImage painted(BufferedImage image, List<Color> colours) {
    int width = image.getWidth() / 2;
    int height = image.getHeight() / 2;
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < colours.size(); i++) {
      pen.setColor(colours.get(i));
      pen.fillRect(i % 2 * width, i / 2 * height, width, height);
    }
    pen.dispose();
    return image;
  }

  static byte[] file(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, output)) {
        throw new AssertionError("nothing writes " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage read(Rendition rendition) {
    try {
      return ImageIO.read(new ByteArrayInputStream(rendition.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** EXIF as a phone writes it, with the place. */
  static byte[] exif(int orientation) {
    List<Entry> place =
        List.of(
            new TIFFEntry(1, TIFF.TYPE_ASCII, "N"),
            new TIFFEntry(
                2,
                TIFF.TYPE_RATIONAL,
                new Rational[] {new Rational(37), new Rational(33), new Rational(59)}));
    List<Entry> entries = new ArrayList<>();
    entries.add(new TIFFEntry(0x010f, TIFF.TYPE_ASCII, "SecretCamera"));
    entries.add(new TIFFEntry(TIFF.TAG_ORIENTATION, TIFF.TYPE_SHORT, (short) orientation));
    entries.add(new TIFFEntry(TIFF.TAG_GPS_IFD, TIFF.TYPE_IFD, new IFD(place)));
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      new TIFFWriter().write(entries, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A JPEG with a segment of EXIF behind its first marker. */
  static byte[] withExif(byte[] jpeg, byte[] exif) {
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + name.length + exif.length;
    byte[] head = {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length};
    return insert(jpeg, 2, concat(head, name, exif));
  }

  /** A PNG with one more chunk before its pixels. */
  static byte[] withChunk(byte[] png, String name, byte[] data) {
    return insert(png, 33, chunk(name, data)); // behind the signature and IHDR
  }

  static byte[] chunk(String name, byte[] data) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      byte[] content = concat(name.getBytes(StandardCharsets.US_ASCII), data);
      CRC32 sum = new CRC32();
      sum.update(content);
      out.writeInt(data.length);
      out.write(content);
      out.writeInt((int) sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] insert(byte[] file, int at, byte[] more) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(file, 0, at);
    bytes.writeBytes(more);
    bytes.write(file, at, file.length - at);
    return bytes.toByteArray();
  }

  static byte[] concat(byte[]... all) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] one : all) {
      bytes.writeBytes(one);
    }
    return bytes.toByteArray();
  }

  /** What a text viewer would find in a file. */
  static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  /** The colours of the quarters' middles, in the order one reads. */
  static String colours(BufferedImage image) {
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int x = image.getWidth() * (1 + i % 2 * 2) / 4;
      int y = image.getHeight() * (1 + i / 2 * 2) / 4;
      found.append(i == 2 ? "/" : "").append(name(image.getRGB(x, y)));
    }
    return found.toString();
  }

  private static char name(int colour) {
    if (colour >>> 24 < 128) {
      return '_';
    }
    int bits = ((colour >> 21) & 4) | ((colour >> 14) & 2) | ((colour >> 7) & 1);
    return switch (bits) {
      case 7 -> 'W';
      case 4 -> 'R';
      case 2 -> 'G';
      case 1 -> 'B';
      default -> '?';
    };
  }
}
