package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people tell about themselves, by forms with pictures. */
class ProfileFormTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);
  private static final String PROFILE = "{\"gender\":\"FEMALE\",\"birth\":\"1999-12-31\"}";
  private static final byte[] NO_FILE = {};
  private static final String ME = "PUT /api/v1/users/me";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @Test
  void aProfileComesWithAPicture() throws IOException {
    Answer in = someone.arrive(MINJI);
    Answer created = Forms.profile(api, in.access(), PROFILE, png());
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .containsEntry("gender", "FEMALE")
        .containsEntry("birth", "1999-12-31")
        .containsEntry("introduction", null)
        .containsEntry("mbti", null);
    assertThat(created.text("profileImageUrl"))
        .startsWith("https://pictures.example.com/users/" + in.text("userId") + "/");
    assertThat(api.me(in.access()).text("profileImage")).isEqualTo(created.text("profileImageUrl"));

    Answer again = Forms.profile(api, in.access(), PROFILE, png());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.message()).isEqualTo("이미 프로필이 존재합니다.");
    assertThat(api.pictures.kept).as("no picture without an account").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 성별을 입력해주세요.",
        "{\"gender\":null,\"birth\":\"1999-12-31\"} | 성별을 입력해주세요.",
        "{\"gender\":\"MALE\"} | 생년월일을 입력해주세요.",
        "{\"gender\":\"werwer\",\"birth\":\"1999-12-31\"}"
            + " | 잘못된 Gender 값입니다: 'werwer'. 가능한 값: [MALE, FEMALE]",
        "{\"gender\":\"MALE\",\"birth\":\"2100-02-01\"} | 생년월일은 미래일 수 없습니다.",
        "{\"gender\":\"MALE\",\"birth\":\"1999-02-30\"} | 잘못된 요청 형식입니다.",
        "{\"gender\":\"MALE\",\"birth\":\"1899-12-31\"} | 잘못된 요청 형식입니다.",
        "{\"gender\":\"MALE\",\"birth\":19991231} | 잘못된 요청 형식입니다.",
        "{\"gender\":\"MALE\",\"birth\":\"-999999999-01-01\"} | 잘못된 요청 형식입니다.",
        "[] | 잘못된 요청 형식입니다.",
        "{ | 잘못된 요청 형식입니다."
      })
  void whatIsWrongIsSaidInTheDocumentsWords(String profile, String message) {
    Answer in = someone.arrive(MINJI);
    Answer refused = Forms.profile(api, in.access(), profile, NO_FILE);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo(message);
    assertThat(api.me(in.access()).status()).isEqualTo(403);
  }

  @Test
  void birthdaysAreOfSeoul() {
    Answer in = someone.arrive(MINJI);
    clock.advance(java.time.Duration.ofHours(6)); // 15:00 UTC: the next day has begun there
    Answer today = someone.logIn(MINJI);
    String born = "{\"gender\":\"MALE\",\"birth\":\"2100-02-01\"}";
    assertThat(in.text("userId")).isEqualTo(today.text("userId"));
    assertThat(Forms.profile(api, today.access(), born, NO_FILE).status()).isEqualTo(201);
  }

  @Test
  void whatIsNoPictureIsRefusedAndNothingIsWritten() {
    Answer in = someone.arrive(MINJI);
    for (byte[] file :
        List.of(
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.UTF_8),
            new byte[100])) {
      assertThat(Forms.profile(api, in.access(), PROFILE, file).status()).isEqualTo(400);
    }
    assertThat(api.pictures.kept).isEmpty();
    assertThat(api.me(in.access()).status()).isEqualTo(403);
    Answer noForm = api.request("POST /api/v1/profiles").as(in.access()).body(PROFILE).send();
    assertThat(noForm.status()).isEqualTo(415);
  }

  @Test
  void oneThingChangesAndTheOthersStay() throws IOException {
    Answer in = someone.arrive(MINJI);
    Forms.profile(api, in.access(), PROFILE, png());
    String before = api.me(in.access()).text("profileImageUrl");

    Answer changed =
        Forms.update(api, in.access(), "{\"introduction\":\"반가워요\",\"mbti\":\"intp\"}", NO_FILE);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.message()).isEqualTo("회원 정보가 수정되었습니다");
    assertThat(api.me(in.access()).body())
        .containsEntry("introduction", "반가워요")
        .containsEntry("mbti", "INTP")
        .containsEntry("birth", "1999-12-31")
        .containsEntry("profileImageUrl", before);

    Forms.update(api, in.access(), "{}", png());
    assertThat(api.me(in.access()).text("profileImageUrl")).isNotEqualTo(before);
    assertThat(api.pictures.kept).as("the old one is gone").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "introduction, '\"\"'",
    "introduction, '\"  \"'",
    "introduction, null",
    "mbti, '\"\"'",
    "mbti, null"
  })
  void whatNobodyHasToTellCanBeTakenBack(String field, String nothing) {
    Answer in = someone.settle(MINJI);
    String json = "{\"%s\":%s}".formatted(field, nothing);
    assertThat(Forms.update(api, in.access(), json, NO_FILE).status()).isEqualTo(200);
    String other = field.equals("mbti") ? "introduction" : "mbti";
    assertThat(api.me(in.access()).body())
        .containsEntry(field, null)
        .doesNotContainEntry(other, null)
        .containsEntry("birth", "1999-12-31");
  }

  /** Of them an empty field is one that was left empty. */
  @Test
  void whatEverybodyTellsStays() {
    Answer in = someone.settle(MINJI);
    String json = "{\"gender\":\"\",\"birth\":null,\"nickname\":\"\",\"phone\":null}";
    assertThat(Forms.update(api, in.access(), json, NO_FILE).status()).isEqualTo(200);
    assertThat(api.me(in.access()).body())
        .containsEntry("gender", "FEMALE")
        .containsEntry("birth", "1999-12-31")
        .containsEntry("nickname", "minji")
        .containsEntry("phone", "01012340001");
  }

  @Test
  void bothFormsKnowBothNamesOfTheJson() throws IOException {
    Answer in = someone.arrive(MINJI);
    assertThat(sent("POST /api/v1/profiles", in, "updateRequest", PROFILE, NO_FILE).status())
        .isEqualTo(201);
    String change = "{\"introduction\":\"반가워요\"}";
    assertThat(sent(ME, in, "request", change, NO_FILE).status()).isEqualTo(200);
    assertThat(api.me(in.access()).text("introduction")).isEqualTo("반가워요");
    assertThat(sent(ME, in, "other", change, png()).status()).as("a picture").isEqualTo(200);
  }

  @Test
  void aFormThatSaysNothingWeKnowIsRefused() {
    Answer in = someone.settle(MINJI);
    Answer refused =
        api.request(ME)
            .as(in.access())
            .header("content-type", Forms.TYPE)
            .binary(Forms.of("other", "{\"introduction\":\"반가워요\"}"))
            .send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("잘못된 요청 형식입니다.");
  }

  private Answer sent(String route, Answer in, String part, String json, byte[] picture) {
    return api.request(route)
        .as(in.access())
        .header("content-type", Forms.TYPE)
        .binary(Forms.of(part, json, picture))
        .send();
  }

  @Test
  void namesChangeUnlessSomebodyHasThem() {
    Answer minji = someone.settle(MINJI);
    Answer hana = someone.settle(Someone.names("hana", 2));
    Answer taken = Forms.update(api, hana.access(), "{\"nickname\":\"MINJI\"}", NO_FILE);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text("field")).isEqualTo("nickname");
    Answer phone = Forms.update(api, hana.access(), "{\"phone\":\"010-1234-0001\"}", NO_FILE);
    assertThat(phone.text("field")).isEqualTo("phoneNumber");

    Answer renamed =
        Forms.update(
            api,
            minji.access(),
            "{\"nickname\":\"minji2\",\"phoneNumber\":\"01099998888\"}",
            NO_FILE);
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(Forms.update(api, hana.access(), "{\"nickname\":\"minji\"}", NO_FILE).status())
        .as("what was given up is free")
        .isEqualTo(200);
    assertThat(Forms.update(api, hana.access(), "{\"nickname\":\"Minji\"}", NO_FILE).status())
        .as("the same in other letters is one's own")
        .isEqualTo(200);
    Answer wrong = Forms.update(api, hana.access(), "{\"nickname\":\"<b>\"}", NO_FILE);
    assertThat(wrong.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(String.valueOf(wrong.body().get("details"))).contains("field=nickname");
  }

  @Test
  void picturesGoWithTheirOwner() throws IOException {
    Answer in = someone.arrive(MINJI);
    Forms.profile(api, in.access(), PROFILE, png());
    assertThat(api.pictures.kept).hasSize(1);
    assertThat(api.leave(in.access()).status()).isEqualTo(200);
    assertThat(api.pictures.kept).isEmpty();
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
    return file.toByteArray();
  }
}
