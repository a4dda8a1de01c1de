package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture that is too large for a form is sent elsewhere, and then treated like any other. */
class UploadTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final byte[] NO_FILE = {};

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  private Answer offer(Answer in, Map<String, ?> wish) {
    return api.request("POST /api/v1/uploads").as(in.access()).json(wish).send();
  }

  /** As the browser would send it to the address of the offer. */
  private String upload(Answer in, byte[] file) {
    Answer offer = offer(in, Map.of("contentType", "image/png", "bytes", file.length));
    assertThat(offer.status()).isEqualTo(201);
    assertThat(offer.body().get("headers")).isEqualTo(Map.of("Content-Type", "image/png"));
    api.pictures.sent.put("users/" + in.text("userId") + "/" + offer.text("upload"), file);
    return offer.text("upload");
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static String profile(String upload) {
    return "{\"gender\":\"MALE\",\"birth\":\"2000-01-01\",\"profileImageUpload\":\""
        + upload
        + "\"}";
  }

  @Test
  void whatWasSentBeforeIsThePictureOfTheForm() throws IOException {
    Answer in = someone.arrive(Someone.names("minji", 1));
    Answer created = Forms.profile(api, in.access(), profile(upload(in, png())), NO_FILE);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("profileImageUrl")).startsWith("https://pictures.example.com/users/");
    assertThat(api.pictures.sent).as("it was taken over").isEmpty();

    String before = api.me(in.access()).text("profileImage");
    String change = "{\"profileImageUpload\":\"" + upload(in, png()) + "\"}";
    assertThat(Forms.update(api, in.access(), change, NO_FILE).status()).isEqualTo(200);
    assertThat(api.me(in.access()).text("profileImage")).isNotEqualTo(before);
    assertThat(api.pictures.kept).hasSize(1);
  }

  @Test
  void itIsTheirsAloneAndThereOnce() throws IOException {
    Answer minji = someone.arrive(Someone.names("minji", 1));
    Answer hana = someone.arrive(Someone.names("hana", 2));
    String upload = upload(minji, png());
    for (String other : new String[] {upload, "../users/1/x", "x".repeat(500)}) {
      Answer refused = Forms.profile(api, hana.access(), profile(other), NO_FILE);
      assertThat(refused.status()).as(other).isEqualTo(404);
      assertThat(refused.code()).isEqualTo("NOTHING_UPLOADED");
    }
    assertThat(Forms.profile(api, minji.access(), profile(upload), NO_FILE).status())
        .isEqualTo(201);
    assertThat(Forms.update(api, minji.access(), profile(upload), NO_FILE).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoPictureIsRefusedAsInAForm() {
    Answer in = someone.arrive(Someone.names("minji", 1));
    String svg = upload(in, "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Answer refused = Forms.profile(api, in.access(), profile(svg), NO_FILE);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("지원하지 않는 이미지 형식입니다.");
    assertThat(api.pictures.sent).isEmpty();
    assertThat(api.me(in.access()).status()).as("no profile came of it").isEqualTo(403);
  }

  @Test
  void whatCannotBeTakenGetsNoAddress() {
    Answer in = someone.arrive(Someone.names("minji", 1));
    Map<Map<String, ?>, Integer> wishes = new HashMap<>();
    wishes.put(Map.of("contentType", "image/svg+xml", "bytes", 100), 400);
    wishes.put(Map.of("contentType", "image/png", "bytes", 10_000_001), 413);
    wishes.put(Map.of("contentType", "image/png", "bytes", 0), 400);
    wishes.put(Map.of("contentType", "image/png", "bytes", -1), 400);
    wishes.put(Map.of("contentType", "image/png", "bytes", "many"), 400);
    wishes.put(Map.of("contentType", "image/png", "bytes", 1e30), 400);
    wishes.put(Map.of("contentType", "image/png"), 400);
    wishes.put(Map.of("contentType", "x".repeat(200), "bytes", 1), 400);
    wishes.put(Map.of("bytes", 100), 400);
    wishes.forEach((wish, status) ->
        assertThat(offer(in, wish).status()).as(wish.toString()).isEqualTo(status));
  }

  @Test
  void onePersonGetsThirtyAddressesAnHour() {
    Answer in = someone.arrive(Someone.names("minji", 1));
    Map<String, ?> wish = Map.of("contentType", "image/webp", "bytes", 5_000_000);
    for (int i = 0; i < 30; i++) {
      assertThat(offer(in, wish).status()).isEqualTo(201);
    }
    assertThat(offer(in, wish).status()).isEqualTo(429);
    clock.advance(Duration.ofMinutes(29));
    assertThat(offer(someone.arrive(Someone.names("hana", 2)), wish).status()).isEqualTo(201);
  }

  @Test
  void aFileThatIsTooLargeForAFormIsToldTheOtherWay() {
    Answer in = someone.arrive(Someone.names("minji", 1));
    String large = Base64.getEncoder().encodeToString(new byte[4_500_001]);
    Answer refused =
        api.request("POST /api/v1/profiles")
            .as(in.access())
            .header("content-type", Forms.TYPE)
            .binary(large)
            .send();
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.message()).contains("4.4MB", "POST /api/v1/uploads");
  }

  @Test
  void whatWasSentAndNotTakenOverGoesWithItsOwner() throws IOException {
    Answer in = someone.arrive(Someone.names("minji", 1));
    upload(in, png());
    assertThat(api.leave(in.access()).status()).isEqualTo(200);
    assertThat(api.pictures.sent).isEmpty();
  }
}
