package dev.moim.shared.uploads;

import com.twelvemonkeys.image.ResampleOp;
import dev.moim.shared.uploads.Rendition.Extent;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Pixels in the colours of the web (sRGB), to be made smaller and turned. */
final class Canvas {

  private final BufferedImage pixels;

  private Canvas(BufferedImage pixels) {
    this.pixels = pixels;
  }

  /** Whatever colours a camera or a printer's file has are converted. */
  static Canvas of(BufferedImage decoded) {
    BufferedImage copy = blank(new Extent(decoded.getWidth(), decoded.getHeight()), decoded);
    draw(decoded, copy, new AffineTransform());
    return new Canvas(copy);
  }

  BufferedImage pixels() {
    return pixels;
  }

  /** As large as fits; never larger than it is. */
  Canvas within(int longestSide) {
    int longest = Math.max(pixels.getWidth(), pixels.getHeight());
    if (longest <= longestSide) {
      return this;
    }
    double scale = (double) longestSide / longest;
    int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
    return new Canvas(new ResampleOp(width, height, filter()).filter(pixels, null));
  }

  /** The sharper filter overshoots, which would make colours of what is transparent. */
  private int filter() {
    return pixels.getColorModel().hasAlpha()
        ? ResampleOp.FILTER_TRIANGLE
        : ResampleOp.FILTER_LANCZOS;
  }

  /**
   * @param orientation as EXIF counts them: 2 is mirrored, 3 upside down, 6 lies on its left side
   */
  Canvas upright(int orientation) {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    // Where the points (1, 0) and (0, 1) of the file go, and its origin.
    double[] turn =
        switch (orientation) {
          case 2 -> new double[] {-1, 0, 0, 1, width, 0};
          case 3 -> new double[] {-1, 0, 0, -1, width, height};
          case 4 -> new double[] {1, 0, 0, -1, 0, height};
          case 5 -> new double[] {0, 1, 1, 0, 0, 0};
          case 6 -> new double[] {0, 1, -1, 0, height, 0};
          case 7 -> new double[] {0, -1, -1, 0, height, width};
          case 8 -> new double[] {0, -1, 1, 0, 0, width};
          default -> new double[] {1, 0, 0, 1, 0, 0};
        };
    boolean lies = orientation >= 5 && orientation <= 8;
    BufferedImage turned =
        blank(lies ? new Extent(height, width) : new Extent(width, height), pixels);
    draw(pixels, turned, new AffineTransform(turn));
    return new Canvas(turned);
  }

  boolean isTransparent() {
    if (!pixels.getColorModel().hasAlpha()) {
      return false;
    }
    int[] row = new int[pixels.getWidth()];
    for (int y = 0; y < pixels.getHeight(); y++) {
      pixels.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int colour : row) {
        if (colour >>> 24 != 0xff) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same without an alpha channel, which nothing of it needs. */
  Canvas opaque() {
    if (!pixels.getColorModel().hasAlpha()) {
      return this;
    }
    BufferedImage flat =
        new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
    draw(pixels, flat, new AffineTransform());
    return new Canvas(flat);
  }

  private static BufferedImage blank(Extent extent, BufferedImage like) {
    int type =
        like.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB_PRE
            : BufferedImage.TYPE_INT_RGB;
    return new BufferedImage(extent.width(), extent.height(), type);
  }

  private static void draw(BufferedImage from, BufferedImage to, AffineTransform how) {
    Graphics2D pen = to.createGraphics();
    try {
      pen.drawImage(from, how, null);
    } finally {
      pen.dispose();
    }
  }
}
