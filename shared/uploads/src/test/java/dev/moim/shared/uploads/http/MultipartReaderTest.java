package dev.moim.shared.uploads.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.Part;
import dev.moim.shared.uploads.UploadError;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {

  private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryX1";
  private static final String PNG = "\u0089PNG\r\n\u001a\n\0\r\n--\u00ff";

  @Test
  void readsAFormAsBrowsersSendIt() {
    Multipart form =
        read(
            part("request", "Content-Type: application/json", "{\"mbti\":\"INFP\"}"),
            file("profileImage", "\uae40\ubbfc\uc9c0.png", "image/png", PNG));

    assertThat(form.text("request")).contains("{\"mbti\":\"INFP\"}");
    assertThat(form.file("profileImage"))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PNG.getBytes(ISO_8859_1)));
    Part.Head head = form.find("profileImage").orElseThrow().head();
    assertThat(head.fileName()).contains("\uae40\ubbfc\uc9c0.png");
    assertThat(head.contentType()).contains("image/png");
  }

  @Test
  void takesAJsonPartWithOrWithoutAContentType() {
    for (String header : new String[] {"Content-Type: application/json", "X-Other: 1"}) {
      Multipart form = read(part("request", header, "{\"mbti\":\"INFP\"}"));
      assertThat(MultipartReader.json(form, "request").orElseThrow().text("mbti"))
          .isEqualTo("INFP");
    }
    Multipart blob = read(file("request", "blob", "application/json", "{\"mbti\":\"INFP\"}"));
    assertThat(MultipartReader.json(blob, "request")).isPresent();
  }

  @Test
  void tellsAMissingJsonPartFromABrokenOne() {
    assertThat(MultipartReader.json(read(part("other", "X: 1", "{}")), "request")).isEmpty();
    assertThat(MultipartReader.json(read(part("request", "X: 1", "")), "request")).isEmpty();
    Multipart broken = read(part("request", "X: 1", "{"));
    assertThatThrownBy(() -> MultipartReader.json(broken, "request"))
        .isInstanceOf(MalformedException.class);
    Multipart tooLong = read(part("request", "X: 1", "{\"a\":\"" + "x".repeat(70_000) + "\"}"));
    refused(UploadError.FORM_TOO_LARGE, () -> MultipartReader.json(tooLong, "request"));
  }

  @Test
  void anEmptyFileIsNone() {
    Multipart form =
        read(
            file("profileImage", "", "application/octet-stream", ""),
            part("newThumbnail", "X: 1", ""));

    assertThat(form.file("profileImage")).isEmpty();
    assertThat(form.file("newThumbnail")).isEmpty();
    assertThat(form.file("unknown")).isEmpty();
    assertThat(form.find("profileImage")).isPresent();
  }

  /** Of {@code append("thumbnail", null)}, for instance. */
  @Test
  void textIsNoFile() {
    for (String text : new String[] {"null", "undefined", "https://example.com/a.png", PNG}) {
      assertThat(read(part("thumbnail", "X: 1", text)).file("thumbnail")).as(text).isEmpty();
      assertThat(read(part("thumbnail", "Content-Type: text/plain", text)).file("thumbnail"))
          .as(text)
          .isEmpty();
    }
    Multipart both = read(part("a", "X: 1", "null"), file("a", "a.png", "image/png", PNG));
    assertThat(both.file("a")).isPresent();
  }

  @Test
  void aPictureNeedsNoNameIfItSaysWhatItIs() {
    assertThat(read(part("a", "Content-Type: Image/PNG", PNG)).file("a")).isPresent();
  }

  @Test
  void readsWhatTheGatewayWrapped() {
    byte[] body = body(file("a", "a.png", "image/png", PNG)).getBytes(ISO_8859_1);
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withHeaders(Map.of("content-type", TYPE))
            .withBody(Base64.getEncoder().encodeToString(body))
            .withIsBase64Encoded(true)
            .build();

    assertThat(MultipartReader.read(new HttpRequest(event)).file("a"))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PNG.getBytes(ISO_8859_1)));
  }

  @Test
  void saysHowMuchFits() {
    String content = Base64.getEncoder().encodeToString(new byte[4_500_001]);
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withHeaders(Map.of("content-type", TYPE))
            .withBody(content)
            .withIsBase64Encoded(true)
            .build();
    assertThat(content).as("fits into a function's 6 MB").hasSizeLessThan(6 * 1024 * 1024);

    assertThatThrownBy(() -> MultipartReader.read(new HttpRequest(event)))
        .hasMessageContaining("4.4MB");
    refused(UploadError.FORM_TOO_LARGE, () -> MultipartReader.read(new HttpRequest(event)));
  }

  @Test
  void fourMillionFourHundredThousandBytesOfFileFit() {
    byte[] file = new byte[4_400_000];
    new Random(7).nextBytes(file);
    byte[] body =
        body(file("a", "a.png", "image/png", new String(file, ISO_8859_1))).getBytes(ISO_8859_1);
    assertThat(body).hasSizeLessThan(MultipartReader.MAX_BODY_BYTES);

    assertThat(MultipartReader.read(TYPE, body).file("a"))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file));
  }

  @Test
  void refusesWhatIsNoForm() {
    byte[] body = body(part("a", "X: 1", "1")).getBytes(UTF_8);
    for (String type :
        new String[] {
          "",
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/mixed; boundary=x",
          "text/plain; multipart/form-data; boundary=x"
        }) {
      refused(UploadError.NOT_A_FORM, () -> MultipartReader.read(type, body));
    }
  }

  @Test
  void refusesBrokenForms() {
    String whole = body(part("a", "X: 1", "1"));
    for (String body :
        new String[] {
          "",
          "no boundary",
          whole.substring(0, whole.length() - 20),
          whole.substring(0, 40),
          body(part("a", "X: " + "x".repeat(3_000), "1"))
        }) {
      refused(UploadError.BROKEN_FORM, () -> MultipartReader.read(TYPE, body.getBytes(UTF_8)));
    }
    refused(
        UploadError.BROKEN_FORM,
        () -> MultipartReader.read("multipart/form-data; boundary=", whole.getBytes(UTF_8)));
    refused(
        UploadError.BROKEN_FORM,
        () ->
            MultipartReader.read(
                TYPE, body(file("a", "a\0.png", "image/png", "1")).getBytes(UTF_8)));
  }

  @Test
  void countsParts() {
    String[] many = new String[20];
    Arrays.setAll(many, i -> part("a" + i, "X: 1", "" + i));
    assertThat(read(many).parts()).hasSize(20);

    String[] more = new String[21];
    Arrays.setAll(more, i -> part("a" + i, "X: 1", "" + i));
    refused(UploadError.TOO_MANY_PARTS, () -> read(more));
  }

  @Test
  void answersAnythingWithAFormOrARefusal() {
    byte[] body =
        body(part("a", "X: 1", "1"), file("b", "b.png", "image/png", PNG)).getBytes(ISO_8859_1);
    Random random = new Random(3);
    int read = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] broken = body.clone();
      for (int changes = 0; changes <= i % 6; changes++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      try {
        read += MultipartReader.read(TYPE, broken).parts().size();
      } catch (DomainException refused) {
        assertThat(refused.code()).isInstanceOf(UploadError.class);
      }
    }
    assertThat(read).isPositive();
  }

  private static Multipart read(String... parts) {
    return MultipartReader.read(TYPE, bytes(body(parts)));
  }

  /** Letters up to 255 stand for bytes; others, in the names of files, are written as UTF-8. */
  private static byte[] bytes(String form) {
    StringBuilder all = new StringBuilder();
    form.codePoints()
        .forEach(letter -> {
          String one = Character.toString(letter);
          all.append(letter < 256 ? one : new String(one.getBytes(UTF_8), ISO_8859_1));
        });
    return all.toString().getBytes(ISO_8859_1);
  }

  private static String body(String... parts) {
    var body = new StringBuilder();
    for (String part : parts) {
      body.append("------WebKitFormBoundaryX1\r\n").append(part).append("\r\n");
    }
    return body.append("------WebKitFormBoundaryX1--\r\n").toString();
  }

  private static String part(String name, String header, String content) {
    return "Content-Disposition: form-data; name=\""
        + name
        + "\"\r\n"
        + header
        + "\r\n\r\n"
        + content;
  }

  private static String file(String name, String fileName, String type, String content) {
    return "Content-Disposition: form-data; name=\""
        + name
        + "\"; filename=\""
        + fileName
        + "\"\r\nContent-Type: "
        + type
        + "\r\n\r\n"
        + content;
  }

  private static void refused(UploadError why, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.code()).isEqualTo(why));
  }
}
