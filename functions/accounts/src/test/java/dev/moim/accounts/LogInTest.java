package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.argon2.Argon2Passwords;
import dev.moim.accounts.person.Names;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, for how long, and who is not. */
class LogInTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);
  private static final String EMAIL = MINJI.email().text();

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @BeforeEach
  void join() {
    someone.join(MINJI);
  }

  @Test
  void whoKnowsThePasswordGetsATokenAndACookie() {
    Answer in = someone.logIn(MINJI);

    assertThat(in.body().get("userId")).isInstanceOf(String.class);
    assertThat(api.wiring.callers().of(java.util.Optional.of(in.access())).id())
        .isEqualTo(Long.parseLong(in.text("userId")));
    assertThat(in.headers().get("set-cookie"))
        .matches("refresh=[0-9a-zA-Z.]+; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
    Answer local =
        api.request("POST /api/v1/users/login")
            .json(Map.of("email", EMAIL, "password", Someone.PASSWORD))
            .at("localhost:3000")
            .send();
    assertThat(local.headers().get("set-cookie")).doesNotContain("Secure");
  }

  @Test
  void strangersAndWrongPasswordsCostTheSame() {
    DYNAMO.counter().reset();
    Answer stranger = api.logIn("nobody@example.com", Someone.PASSWORD);
    Map<String, Integer> ofStranger = DYNAMO.counter().byOperation();
    DYNAMO.counter().reset();
    Answer wrong = api.logIn(EMAIL, "something else");

    assertThat(DYNAMO.counter().byOperation()).isEqualTo(ofStranger);
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.code()).isEqualTo("USER_NOT_FOUND");
    assertThat(stranger.message()).isEqualTo("등록되지 않은 사용자입니다");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("LOGIN_FAILED");
  }

  @Test
  void guessersHaveToWait() {
    for (int i = 0; i < 10; i++) {
      assertThat(api.logIn(EMAIL, "guess " + i).status()).isEqualTo(400);
    }
    Answer refused = api.logIn(EMAIL, Someone.PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    Answer elsewhere =
        api.request("POST /api/v1/users/login")
            .json(Map.of("email", EMAIL, "password", Someone.PASSWORD))
            .from("203.0.113.99")
            .send();
    assertThat(elsewhere.status()).as("who is elsewhere is not locked out").isEqualTo(200);
    clock.advance(Duration.ofMinutes(15));
    assertThat(api.logIn(EMAIL, Someone.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aPasswordIsHashedAnewWhenParametersChange() {
    String cheap = hash();
    assertThat(cheap).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    AccountsApi later =
        new AccountsApi(DYNAMO, clock, Map.of(), new Argon2Passwords(Argon2Passwords.COST));
    assertThat(later.logIn(EMAIL, "something else").status()).isEqualTo(400);
    assertThat(hash()).as("only a password that is right").isEqualTo(cheap);
    assertThat(later.logIn(EMAIL, Someone.PASSWORD).status()).isEqualTo(200);
    String dear = hash();
    assertThat(dear).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(later.logIn(EMAIL, Someone.PASSWORD).status()).isEqualTo(200);
    assertThat(hash()).isEqualTo(dear);
    assertThat(later.logIn(EMAIL, "something else").status()).isEqualTo(400);
  }

  private String hash() {
    return DYNAMO
        .client()
        .getItem(r ->
            r.tableName(DYNAMO.table("AccountsTable"))
                .key(
                    Map.of(
                        "id",
                        software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                            "email#" + EMAIL))))
        .item()
        .get("password")
        .s();
  }

  @Test
  void theEleventhLoginEndsTheFirst() {
    List<Answer> logins = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      logins.add(someone.logIn(MINJI));
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(api.reissue(logins.get(0).cookie()).status()).isEqualTo(401);
    assertThat(api.reissue(logins.get(1).cookie()).status()).isEqualTo(200);
    assertThat(api.reissue(logins.get(10).cookie()).status()).isEqualTo(200);
  }

  @Test
  void loggingOutEndsThatLoginAndNoOther() {
    Answer phone = someone.logIn(MINJI);
    Answer laptop = someone.logIn(MINJI);

    Answer out = api.logOut(phone.access());
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.message()).isEqualTo("로그아웃되었습니다");
    assertThat(out.headers().get("set-cookie")).startsWith("refresh=; Path=/; Max-Age=0;");
    assertThat(api.reissue(phone.cookie()).status()).isEqualTo(401);
    assertThat(api.export(phone.access()).status()).as("its token is dead here").isEqualTo(401);
    assertThat(api.logOut(phone.access()).status()).isEqualTo(401);
    assertThat(api.export(laptop.access()).status()).isEqualTo(200);
    assertThat(api.reissue(laptop.cookie()).status()).isEqualTo(200);
  }

  @Test
  void whyATokenIsRefusedIsSaid() {
    Answer in = someone.logIn(MINJI);
    Answer nobody = api.request("GET /api/v1/users/me").send();
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.message()).isEqualTo("인증에 실패했습니다.");
    assertThat(nobody.code()).isEqualTo("AUTH_ERROR");
    assertThat(api.me("x.y.z").message()).isEqualTo("Invalid JWT token");
    assertThat(api.me(in.access()).message()).isEqualTo("프로필 생성을 완료해 주세요.");
    clock.advance(Duration.ofMinutes(32));
    Answer expired = api.me(in.access());
    assertThat(expired.message()).isEqualTo("Expired JWT token");
    assertThat(expired.code()).isEqualTo("AUTH_ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"email\":\"minji@example.com\"}",
        "{\"email\":\"minji@example.com\",\"password\":\"\"}",
        "{\"email\":\"minji@example.com\",\"password\":12345678}",
        "{\"email\":\"no address\",\"password\":\"correct horse\"}",
        "{\"email\":[\"minji@example.com\"],\"password\":{}}",
        "{\"email\":\"a@b.c\",\"email\":\"b@b.c\",\"password\":\"correct horse\"}"
      })
  void whatIsNoLoginIsRefused(String body) {
    Answer refused = api.request("POST /api/v1/users/login").body(body).send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.message()).isEqualTo("잘못된 요청입니다");
    assertThat(refused.body()).containsKey("details");
  }
}
