package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.kakao.KakaoServer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class AccountsFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final int FORMS = 600;

  private static final List<String> JSONS =
      List.of(
          "{}",
          "{\"gender\":\"MALE\",\"birth\":\"2000-01-01\"}",
          "{\"mbti\":\"intp\",\"introduction\":\"안녕\"}",
          "{\"birth\":\"+999999999-12-31\"}",
          "{\"birth\":\"2000-02-30\"}",
          "{\"gender\":[1],\"birth\":{\"a\":1}}",
          "{\"gender\":1e1000000000}",
          "{\"nickname\":\"\\u0000\",\"phone\":\"\\ud800\"}",
          "{\"nickname\":\"" + "가".repeat(3_000) + "\"}",
          "{\"phone\":null,\"phoneNumber\":7}",
          "{\"profileImageUpload\":\"../../x\"}",
          "{\"profileImageUpload\":[\"a\"]}",
          "{\"profileImage\":\"\"}",
          "[]",
          "nul",
          "{\"a\":1,\"a\":2}",
          "[".repeat(5_000),
          "{\"introduction\":\"" + "x".repeat(70_000) + "\"}");

  private static final List<String> TYPES =
      List.of(
          Forms.TYPE,
          Forms.TYPE,
          Forms.TYPE,
          Forms.TYPE + "; charset=utf-16",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=" + "x".repeat(5_000),
          "multipart/form-data; boundary=\"----b7e1",
          "multipart/mixed; boundary=----b7e1",
          "application/json");

  private final TestClock clock = TestClock.at("2100-12-30T16:22:11.876Z");

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    try (KakaoServer server = KakaoServer.start()) {
      fuzz(server);
    }
  }

  private void fuzz(KakaoServer server) {
    AccountsApi api = new AccountsApi(DYNAMO, clock, AtKakao.settings(server.url()));
    Someone someone = new Someone(api, DYNAMO, clock);
    Names minji = Someone.names("minji", 1);
    Names hana = Someone.names("hana", 2);
    Answer in = someone.settle(minji);
    Answer other = someone.settle(hana);
    someone.signUp(Someone.names("new", 3));

    HttpFuzz.of("accounts")
        .knowing("email", minji.email().text(), hana.email().text(), "x@example.com")
        .knowing("password", Someone.PASSWORD)
        .knowing("newPassword", "another horse")
        .knowing("token", someone.link(minji))
        .knowing("code", someone.codeOf(Someone.names("new", 3)), "123456")
        .knowing("userId", in.text("userId"), other.text("userId"))
        .cookie("refresh")
        .cookie("kakao")
        .knowing("error", "access_denied")
        .proving(Map.of("authorization", "Bearer " + in.access()))
        .proving(Map.of("authorization", "Bearer " + other.access()))
        .run(api::answer);
  }

  /** Forms that are broken somewhere: in their frame, in the JSON they hold, or in the file. */
  @Test
  void noFormIsAnsweredWith500() throws IOException {
    AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
    Someone someone = new Someone(api, DYNAMO, clock);
    Answer settled = someone.settle(Someone.names("minji", 1));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < FORMS; i++) {
      boolean creates = random.nextInt(4) == 0;
      String json = JSONS.get(random.nextInt(JSONS.size()));
      byte[] whole =
          Base64.getDecoder()
              .decode(Forms.of(creates ? "request" : "updateRequest", json, file(random)));
      byte[] form = random.nextInt(3) == 0 ? whole : broken(whole, random);
      Answer answer =
          api.request(creates ? "POST /api/v1/profiles" : "PUT /api/v1/users/me")
              .as(settled.access())
              .header("content-type", TYPES.get(random.nextInt(TYPES.size())))
              .binary(Base64.getEncoder().encodeToString(form))
              .send();
      assertThat(answer.status()).as("seed %d, form %d", seed, i).isLessThan(500);
      statuses.merge(answer.status(), 1, Integer::sum);
    }
    System.out.println("Fuzz    forms, seed " + seed + ", answers by status " + statuses);
    assertThat(statuses).as("some are taken, most are not").containsKeys(200, 400);
  }

  private static byte[] file(Random random) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "png", png);
    return switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> broken(png.toByteArray(), random);
      case 2 -> "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
      default -> png.toByteArray();
    };
  }

  private static byte[] broken(byte[] bytes, Random random) {
    byte[] other =
        Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    for (int i = random.nextInt(12); i > 0 && other.length > 0; i--) {
      other[random.nextInt(other.length)] = (byte) random.nextInt(256);
    }
    return other;
  }
}
