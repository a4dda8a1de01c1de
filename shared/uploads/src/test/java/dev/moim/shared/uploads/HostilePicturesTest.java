package dev.moim.shared.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.moim.shared.kernel.DomainException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they say: refused, or clean afterwards, and cheap in both cases. */
class HostilePicturesTest {

  private static final Duration QUICK = Duration.ofSeconds(20);

  private static final byte[] PNG = SampleFiles.file(SampleFiles.quarters(80, 60), "png");
  private static final byte[] JPEG = SampleFiles.file(SampleFiles.quarters(80, 60), "jpeg");
  private static final byte[] GIF = SampleFiles.file(SampleFiles.quarters(80, 60), "gif");

  private static final Map<String, byte[]> FILES =
      Map.of("png", PNG, "jpeg", JPEG, "gif", GIF, "webp", SampleFiles.LOSSY_WEBP);

  @Test
  void refusesWhatIsNoPicture() {
    for (String text :
        new String[] {
          "",
          "x",
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
          "<?xml version=\"1.0\"?><svg/>",
          "<!doctype html><script>alert(1)</script>",
          "%PDF-1.7\n",
          "BM and a bitmap",
          "II*\0 and a TIFF",
          "PK\u0003\u0004",
          "RIFF\0\0\0\0AVI "
        }) {
      refused(text.getBytes(UTF_8), UploadError.UNKNOWN_PICTURE);
    }
  }

  @Test
  void refusesAFileThatIsTooLong() {
    refused(Arrays.copyOf(PNG, Pictures.MAX_BYTES + 1), UploadError.PICTURE_TOO_LARGE);
  }

  @Test
  void refusesAPngOfOnePixelThatClaimsMillions() {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(60_000)
            .putInt(60_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    byte[] bomb =
        SampleFiles.concat(
            Arrays.copyOf(PNG, 8),
            SampleFiles.chunk("IHDR", header),
            Arrays.copyOfRange(PNG, 33, PNG.length));

    refused(bomb, UploadError.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAJpegThatClaimsMillions() {
    byte[] bomb = JPEG.clone();
    int frame = SampleFiles.text(bomb).indexOf("\u00ff\u00c0"); // the baseline frame's header
    ByteBuffer.wrap(bomb).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

    refused(bomb, UploadError.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAGifThatClaimsMillions() {
    byte[] bomb = GIF.clone();
    int frame = SampleFiles.text(bomb).indexOf(",\0\0\0\0\u0050\0\u003c\0") + 5;
    for (int at : new int[] {6, frame}) {
      Arrays.fill(bomb, at, at + 4, (byte) 0xea);
    }

    refused(bomb, UploadError.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAWebpThatClaimsMillions() {
    byte[] bomb = SampleFiles.LYING_WEBP.clone();
    Arrays.fill(bomb, 24, 30, (byte) 0x7f); // the canvas of VP8X
    refused(bomb, UploadError.TOO_MANY_PIXELS);

    byte[] frame = SampleFiles.LOSSY_WEBP.clone();
    Arrays.fill(frame, 26, 30, (byte) 0x3f); // the frame itself
    refused(frame, UploadError.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAJpegOfEndlessPasses() throws IOException {
    byte[] progressive = progressive();
    int scan = SampleFiles.text(progressive).indexOf("\u00ff\u00da");
    byte[] passes = new byte[500_000 * 10];
    byte[] empty = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0};
    for (int at = 0; at < passes.length; at += empty.length) {
      System.arraycopy(empty, 0, passes, at, empty.length);
    }

    refused(SampleFiles.insert(progressive, scan, passes), UploadError.TOO_MANY_PIXELS);
    assertThat(Pictures.clean(progressive).in(PictureSize.FULL).extent().width()).isEqualTo(80);
  }

  private static byte[] progressive() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(SampleFiles.quarters(80, 60), null, null), how);
    }
    return bytes.toByteArray();
  }

  @Test
  void doesNotUnpackWordsThatAreABomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    packed.writeBytes("Comment\0\0".getBytes(UTF_8));
    try (var deflate = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1_000_000];
      for (int i = 0; i < 2_000; i++) {
        deflate.write(zeros);
      }
    }

    Picture picture = cleaned(SampleFiles.withChunk(PNG, "zTXt", packed.toByteArray()));
    assertThat(picture.in(PictureSize.FULL).extent().width()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
  void showsNoHalfPictures(String format) {
    byte[] file = FILES.get(format);
    String whole = colours(file);
    for (int length = 16; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      String shown = coloursIfAny(part);
      // What comes last in some formats is nothing that one would see.
      boolean almostAll = length * 100 / file.length > 80;
      assertThat(shown).as("%d bytes", length).isIn("", almostAll ? whole : "");
    }
  }

  private static String coloursIfAny(byte[] file) {
    try {
      return colours(file);
    } catch (DomainException refused) {
      return "";
    }
  }

  private static String colours(byte[] file) {
    return SampleFiles.colours(SampleFiles.read(cleaned(file).in(PictureSize.FULL)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
  void dropsWhatHidesBehindThePicture(String format) {
    byte[] hidden = "<script>alert('polyglot')</script>PK\u0003\u0004".getBytes(UTF_8);

    Picture picture = cleaned(SampleFiles.concat(FILES.get(format), hidden));

    assertHolds(picture, "polyglot");
  }

  @Test
  void dropsWhatHidesInComments() {
    byte[] words = "Comment\0polyglot".getBytes(UTF_8);
    assertHolds(cleaned(SampleFiles.withChunk(PNG, "tEXt", words)), "polyglot");

    byte[] comment = {(byte) 0xff, (byte) 0xfe, 0, 10, 'p', 'o', 'l', 'y', 'g', 'l', 'o', 't'};
    assertHolds(cleaned(SampleFiles.insert(JPEG, 2, comment)), "polyglot");
  }

  @Test
  void dropsPlaceAndCamera() {
    byte[] exif = SampleFiles.exif(6);
    byte[] jpeg = SampleFiles.withExif(JPEG, exif);
    byte[] png = SampleFiles.withChunk(PNG, "eXIf", exif);
    assertThat(SampleFiles.text(jpeg)).contains("SecretCamera");

    for (byte[] file : new byte[][] {jpeg, png, SampleFiles.LYING_WEBP}) {
      assertHolds(
          cleaned(file), "SecretCamera", "Exif", "eXIf", "EXIF", "MM\0*", "http://ns.adobe");
    }
  }

  @Test
  void exifThatLiesIsNoReasonToRefuse() {
    byte[] exif = SampleFiles.exif(6);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] broken = exif.clone();
      for (int changes = 0; changes < 4; changes++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Picture picture = cleaned(SampleFiles.withExif(JPEG, broken));
      assertThat(picture.in(PictureSize.FULL).bytes()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
  void answersBrokenFilesWithARefusalAlone(String format) {
    byte[] file = FILES.get(format);
    Random random = new Random(42);
    int cleaned = 0;
    for (int i = 0; i < 400; i++) {
      byte[] broken = file.clone();
      for (int changes = 0; changes <= i % 5; changes++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      try {
        cleaned += cleaned(broken).renditions().size();
      } catch (DomainException refused) {
        assertThat(refused.code()).isInstanceOf(UploadError.class);
      }
    }
    assertThat(cleaned).as("files that were still pictures").isPositive();
  }

  private static Picture cleaned(byte[] file) {
    return assertTimeoutPreemptively(QUICK, () -> Pictures.clean(file));
  }

  private static void refused(byte[] file, UploadError why) {
    assertThatThrownBy(() -> cleaned(file))
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.code()).isEqualTo(why));
  }

  private static void assertHolds(Picture picture, String... nothingOf) {
    for (Rendition rendition : picture.renditions().values()) {
      assertThat(rendition.bytes()).isNotEmpty();
      assertThat(SampleFiles.text(rendition.bytes())).doesNotContain(nothingOf);
    }
  }
}
