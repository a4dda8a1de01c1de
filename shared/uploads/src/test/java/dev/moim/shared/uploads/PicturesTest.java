package dev.moim.shared.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.uploads.Rendition.Extent;
import java.awt.image.BufferedImage;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

  /** 16 by 16 pixels of pure red, as printers mix it: no cyan, all magenta and yellow. */
  private static final String CMYK_JPEG =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2Rjcs"
          + "LUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
          + "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
          + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
          + "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
          + "QwBNAFkASwAAPwD06vMK8wr06iiiiiiiiiiiiv/Z";

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void keepsWhatAPictureShows(String format) {
    Picture picture = Pictures.clean(SampleFiles.file(SampleFiles.quarters(80, 60), format));

    Rendition full = picture.in(PictureSize.FULL);
    assertThat(full.contentType()).isEqualTo("image/jpeg");
    assertThat(full.extent()).isEqualTo(new Extent(80, 60));
    assertThat(SampleFiles.colours(SampleFiles.read(full))).isEqualTo("RG/BW");
  }

  @Test
  void readsWebp() {
    BufferedImage image =
        SampleFiles.read(Pictures.clean(SampleFiles.LOSSY_WEBP).in(PictureSize.FULL));

    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(SampleFiles.colours(image)).isEqualTo("RB/RB");
  }

  @Test
  void keepsSmallerSizesForLists() {
    Picture picture = Pictures.clean(SampleFiles.file(SampleFiles.quarters(3000, 2000), "jpeg"));

    assertThat(picture.in(PictureSize.FULL).extent()).isEqualTo(new Extent(1024, 683));
    assertThat(picture.in(PictureSize.THUMBNAIL).extent()).isEqualTo(new Extent(256, 171));
    assertThat(SampleFiles.colours(SampleFiles.read(picture.in(PictureSize.THUMBNAIL))))
        .isEqualTo("RG/BW");
    assertThat(picture.in(PictureSize.THUMBNAIL).bytes()).hasSizeLessThan(20_000);
  }

  @Test
  void keepsALineALine() {
    Picture picture = Pictures.clean(SampleFiles.file(SampleFiles.quarters(5000, 2), "png"));

    assertThat(picture.in(PictureSize.THUMBNAIL).extent()).isEqualTo(new Extent(256, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void keepsTransparencyInAPng(String format) {
    Picture picture = Pictures.clean(SampleFiles.file(SampleFiles.threeQuarters(80, 60), format));

    assertThat(picture.in(PictureSize.FULL).contentType()).isEqualTo("image/png");
    assertThat(SampleFiles.colours(SampleFiles.read(picture.in(PictureSize.FULL))))
        .isEqualTo("_G/BW");
  }

  @Test
  void keepsTheTransparencyOfWebp() {
    Rendition full = Pictures.clean(SampleFiles.TRANSPARENT_WEBP).in(PictureSize.FULL);

    assertThat(full.contentType()).isEqualTo("image/png");
    assertThat(SampleFiles.colours(SampleFiles.read(full))).isEqualTo("_G/_G");
  }

  @Test
  void makesNoColourOfWhatIsTransparent() {
    Picture picture =
        Pictures.clean(SampleFiles.file(SampleFiles.threeQuarters(2000, 2000), "png"));
    BufferedImage image = SampleFiles.read(picture.in(PictureSize.THUMBNAIL));

    // On the border between nothing and green, what is there at all is green.
    for (int x = 120; x < 136; x++) {
      int colour = image.getRGB(x, 20);
      if (colour >>> 24 > 16) {
        assertThat((colour >> 8) & 0xff).isGreaterThan(200);
        assertThat((colour >> 16) & 0xff).isLessThan(50);
      }
    }
  }

  @Test
  void writesAPngWithoutTransparencyAsJpeg() {
    BufferedImage opaque = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    opaque.createGraphics().fillRect(0, 0, 20, 20);

    assertThat(Pictures.clean(SampleFiles.file(opaque, "png")).in(PictureSize.FULL).contentType())
        .isEqualTo("image/jpeg");
  }

  @Test
  void readsGreyOfSixteenBits() {
    BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
    grey.createGraphics().fillRect(0, 0, 20, 20);

    Rendition full = Pictures.clean(SampleFiles.file(grey, "png")).in(PictureSize.FULL);
    assertThat(SampleFiles.colours(SampleFiles.read(full))).isEqualTo("WW/WW");
  }

  @Test
  void readsTheColoursOfPrinters() {
    Picture picture = Pictures.clean(Base64.getDecoder().decode(CMYK_JPEG));

    assertThat(SampleFiles.colours(SampleFiles.read(picture.in(PictureSize.FULL))))
        .isEqualTo("RR/RR");
  }

  @ParameterizedTest
  @CsvSource({
    "1, RG/BW",
    "2, GR/WB",
    "3, WB/GR",
    "4, BW/RG",
    "5, RB/GW",
    "6, BR/WG",
    "7, WG/BR",
    "8, GW/RB",
    "0, RG/BW",
    "9, RG/BW"
  })
  void turnsAPhotoUpright(int orientation, String expected) {
    byte[] jpeg = SampleFiles.file(SampleFiles.quarters(80, 60), "jpeg");

    Picture picture = Pictures.clean(SampleFiles.withExif(jpeg, SampleFiles.exif(orientation)));

    Rendition full = picture.in(PictureSize.FULL);
    boolean lies = orientation >= 5 && orientation <= 8;
    assertThat(full.extent()).isEqualTo(lies ? new Extent(60, 80) : new Extent(80, 60));
    assertThat(SampleFiles.colours(SampleFiles.read(full))).isEqualTo(expected);
    assertThat(SampleFiles.colours(SampleFiles.read(picture.in(PictureSize.THUMBNAIL))))
        .isEqualTo(expected);
  }

  @Test
  void turnsPngAndWebpUprightToo() {
    byte[] png = SampleFiles.file(SampleFiles.quarters(80, 60), "png");
    Picture turned = Pictures.clean(SampleFiles.withChunk(png, "eXIf", SampleFiles.exif(6)));
    assertThat(SampleFiles.colours(SampleFiles.read(turned.in(PictureSize.FULL))))
        .isEqualTo("BR/WG");

    Picture webp = Pictures.clean(SampleFiles.LYING_WEBP);
    assertThat(webp.in(PictureSize.FULL).extent()).isEqualTo(new Extent(20, 40));
    assertThat(SampleFiles.colours(SampleFiles.read(webp.in(PictureSize.FULL)))).isEqualTo("RR/BB");
  }
}
