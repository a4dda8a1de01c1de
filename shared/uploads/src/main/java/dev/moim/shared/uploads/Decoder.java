package dev.moim.shared.uploads;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.moim.shared.kernel.DomainException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * From a file to pixels. What the file claims is looked at before memory is taken for it, and a
 * picture that is much larger than we keep is thinned out while it is read.
 */
final class Decoder {

  /** Beyond it a picture is a ribbon, which nobody wants to see in a list. */
  private static final int MAX_SIDE = 20_000;

  /**
   * Pixels times passes over them. A JPEG may have as many passes as fit into it, each of a few
   * bytes: of 10 MB that would be hours. Cameras have one, web pages ten.
   */
  private static final long MAX_WORK = 10L * Pictures.MAX_PIXELS;

  private final PictureFormat format;
  private final byte[] file;

  Decoder(PictureFormat format, byte[] file) {
    this.format = format;
    this.file = file;
  }

  /**
   * @throws DomainException {@link UploadError#BROKEN_PICTURE} or {@link
   *     UploadError#TOO_MANY_PIXELS}
   */
  BufferedImage decode() {
    ImageReader reader = format.reader();
    try (ImageInputStream input = new ByteArrayImageInputStream(file)) {
      reader.setInput(input, false, true);
      return read(reader);
    } catch (DomainException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Readers answer bad files with whatever goes wrong inside them first.
      throw new DomainException(UploadError.BROKEN_PICTURE);
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    check(width, height);
    Truncation truncation = new Truncation();
    reader.addIIOReadWarningListener(truncation);
    BufferedImage image = reader.read(0, thinned(reader, Math.max(width, height)));
    if (truncation.seen) {
      throw new DomainException(UploadError.BROKEN_PICTURE);
    }
    return image;
  }

  private void check(int width, int height) {
    if (width <= 0 || height <= 0) {
      throw new DomainException(UploadError.BROKEN_PICTURE);
    }
    long pixels = (long) width * height;
    if (Math.max(width, height) > MAX_SIDE
        || pixels > Pictures.MAX_PIXELS
        || pixels * passes() > MAX_WORK) {
      throw new DomainException(UploadError.TOO_MANY_PIXELS);
    }
  }

  /** Marks that begin one; in a JPEG's data they cannot occur for another reason. */
  private long passes() {
    if (format != PictureFormat.JPEG) {
      return 1;
    }
    long starts = 0;
    for (int i = 1; i < file.length; i++) {
      if (file[i - 1] == (byte) 0xff && file[i] == (byte) 0xda) {
        starts++;
      }
    }
    return Math.max(1, starts);
  }

  /** At least twice what we keep stays, so that what is left can be averaged. */
  private static ImageReadParam thinned(ImageReader reader, int longestSide) {
    int every = Math.max(1, longestSide / (2 * PictureSize.FULL.longestSide()));
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceSubsampling(every, every, 0, 0);
    return how;
  }

  /**
   * The reader of JPEG fills up with grey what a file lacks, and mentions it in passing. What else
   * it finds strange, the colours of a printer for instance, is no reason to refuse a picture.
   */
  private static final class Truncation implements IIOReadWarningListener {
    private boolean seen;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      seen |= warning.contains("Truncated File") || warning.contains("premature end");
    }
  }
}
