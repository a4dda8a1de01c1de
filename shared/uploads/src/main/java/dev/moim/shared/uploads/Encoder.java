package dev.moim.shared.uploads;

import dev.moim.shared.uploads.Rendition.Extent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From pixels to a file that holds nothing else. */
final class Encoder {

  /** Below it, faces get blocky; above it, files grow and nobody sees why. */
  private static final float JPEG_QUALITY = 0.85f;

  private Encoder() {}

  /** A JPEG, unless some of it is transparent. */
  static Rendition encode(Canvas canvas) {
    return canvas.isTransparent()
        ? write("png", canvas.pixels())
        : write("jpeg", canvas.opaque().pixels());
  }

  private static Rendition write(String format, BufferedImage pixels) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(pixels, null, null), parameters(writer, format));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it goes to memory
    } finally {
      writer.dispose();
    }
    var extent = new Extent(pixels.getWidth(), pixels.getHeight());
    return new Rendition(extent, "image/" + format, bytes.toByteArray());
  }

  private static ImageWriteParam parameters(ImageWriter writer, String format) {
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (format.equals("jpeg")) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(JPEG_QUALITY);
    }
    return how;
  }
}
