package dev.moim.accounts;

import static dev.moim.accounts.AtKakao.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.AtKakao.Back;
import dev.moim.accounts.person.Names;
import dev.moim.kakao.KakaoServer;
import dev.moim.kakao.Person;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People whom Kakao knows log in, at the stand-in for Kakao. */
class KakaoLogInTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final KakaoServer KAKAO = KakaoServer.start();
  private static final Names MINJI = Someone.names("minji", 1);
  private static final Person SUH = new Person(77L, "서 준", Optional.of("suh@example.com"));
  private static final Person SILENT = new Person(78L, "  ", Optional.empty());

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, AtKakao.settings(KAKAO.url()));
  private final AtKakao kakao = new AtKakao(api, KAKAO);
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @AfterAll
  static void stop() {
    KAKAO.close();
  }

  private AtKakao documented() {
    Map<String, String> settings = new HashMap<>(AtKakao.settings(KAKAO.url()));
    settings.put("ACCESS", "documented");
    return new AtKakao(new AccountsApi(DYNAMO, clock, settings), KAKAO);
  }

  @Test
  void sendsTheBrowserToKakaoWithAStateAndAChallenge() {
    Answer begun = kakao.begin();
    URI address = URI.create(begun.headers().get("location"));
    assertThat(address.toString()).startsWith(KAKAO.url() + "/oauth/authorize?");
    assertThat(AtKakao.fields(address))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "moim-local")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://api.example.com" + AtKakao.CALLBACK)
        .hasEntrySatisfying("code_challenge", it -> assertThat(it).hasSize(43))
        .containsKey("state");
    assertThat(begun.headers().get("set-cookie"))
        .contains("; Path=/api/v1/oauth/kakao; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    assertThat(kakao.begin().cookie()).isNotEqualTo(begun.cookie());
  }

  @Test
  void whoComesForTheFirstTimeGetsAnAccountAndFindsItAgain() {
    Answer in = kakao.logIn(SUH);
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.text("nickname")).isEqualTo("서_준");
    assertThat(in.body().get("phone")).isNull();
    assertThat(in.cookie()).isEqualTo("refresh=" + in.text("refreshToken"));
    assertThat(api.reissue(in.cookie()).status()).isEqualTo(200);

    Answer again = kakao.logIn(SUH);
    assertThat(again.text("userId")).isEqualTo(in.text("userId"));
    someone.introduce(again);
    Answer me = api.me(again.access());
    assertThat(me.text("email")).isEqualTo("suh@example.com");
    assertThat(me.text("oauthProvider")).isEqualTo("KAKAO");
    assertThat(api.export(again.access()).text("kakaoId")).isEqualTo("77");
  }

  @Test
  void whoKeepsEverythingToThemselvesMayComeToo() {
    Answer in = kakao.logIn(SILENT);
    assertThat(in.text("nickname")).matches("친구\\d{5}");
    someone.introduce(in);
    assertThat(api.me(in.access()).body().get("email")).isNull();
    assertThat(Forms.update(api, in.access(), "{\"phone\":\"01099998888\"}", new byte[0]).status())
        .isEqualTo(200);
    assertThat(api.me(in.access()).text("phone")).isEqualTo("01099998888");
    assertThat(kakao.logIn(SILENT).text("phone")).isEqualTo("01099998888");
  }

  @Test
  void aNameThatSomebodyHasGetsDigits() {
    someone.join(MINJI);
    Person other = new Person(79L, "Minji", Optional.empty());
    assertThat(kakao.logIn(other).text("nickname")).matches("Minji\\d{5}");
  }

  @Test
  void whoHasProvedTheSameAddressHereGetsThatAccount() {
    Answer here = someone.settle(MINJI);
    Person minji = new Person(80L, "민지", Optional.of(MINJI.email().text()));
    Answer in = kakao.logIn(minji);
    assertThat(in.text("userId")).isEqualTo(here.text("userId"));
    assertThat(in.text("nickname")).isEqualTo("minji");
    assertThat(someone.logIn(MINJI).text("userId")).as("and the password stays").isNotEmpty();

    Person second = new Person(81L, "민지 둘", minji.email());
    Answer other = kakao.logIn(second);
    assertThat(other.text("userId")).as("one at Kakao for each").isNotEqualTo(here.text("userId"));
    someone.introduce(other);
    assertThat(api.me(other.access()).body().get("email")).isNull();
  }

  @Test
  void anAddressThatWasNeverProvedGivesNothing() {
    someone.signUp(MINJI);
    Answer in = kakao.logIn(new Person(82L, "도둑", Optional.of(MINJI.email().text())));
    assertThat(in.text("nickname")).isEqualTo("도둑");
    assertThat(api.verify(someone.codeOf(MINJI)).status()).isEqualTo(200);
    assertThat(someone.logIn(MINJI).text("userId")).isNotEqualTo(in.text("userId"));
  }

  @Test
  void whoNeverChoseAPasswordHasNoneToGuess() {
    kakao.logIn(SUH);
    Answer guess = api.logIn("suh@example.com", "anything at all");
    assertThat(guess.status()).isEqualTo(400);
    assertThat(guess.code()).isEqualTo("LOGIN_FAILED");
    Names suh = Someone.names("suh", 5);
    assertThat(api.changePassword(someone.link(suh), "a password now").status()).isEqualTo(200);
    assertThat(api.logIn("suh@example.com", "a password now").status()).isEqualTo(200);
  }

  @Test
  void manyAtOnceMakeOneAccount() throws Exception {
    List<Back> backs = IntStream.range(0, 12).mapToObj(i -> kakao.bring(SUH)).toList();
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done :
          threads.invokeAll(
              backs.stream().map(back -> (Callable<Answer>) () -> kakao.hand(back)).toList())) {
        assertThat(done.get().status()).as(done.get().toString()).isEqualTo(200);
        ids.add(done.get().text("userId"));
      }
    }
    assertThat(ids).hasSize(1);
  }

  @Test
  void aCodeIsGoodOnceAndOnlyInTheBrowserThatBroughtIt() {
    Back back = kakao.bring(SUH);
    Back other = kakao.bring(SILENT);
    refused(kakao.hand(back.code(), other.cookie()));
    refused(kakao.hand(back.code(), ""));
    refused(kakao.hand(back.code(), kakao.begin().cookie()));
    assertThat(kakao.hand(back).status()).isEqualTo(200);
    refused(kakao.hand(back));
    refused(kakao.hand("x".repeat(3_000), back.cookie()));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_VERIFICATION_CODE");
    assertThat(answer.message()).isEqualTo("잘못된 인증코드입니다");
  }

  @Test
  void aStateIsOfOneBrowserAndForTenMinutes() {
    Answer begun = kakao.begin();
    Map<String, String> query = kakao.agree(begun, SUH);
    Map<String, String> invalid = Map.of("error", "invalid_state");
    assertThat(told(kakao.comeBack(query, ""))).isEqualTo(invalid);
    assertThat(told(kakao.comeBack(query, kakao.begin().cookie()))).isEqualTo(invalid);
    Map<String, String> without = Map.of("code", query.get("code"));
    assertThat(told(kakao.comeBack(without, begun.cookie()))).isEqualTo(invalid);
    Map<String, String> changed = new HashMap<>(query);
    changed.merge("state", "0", String::concat);
    assertThat(told(kakao.comeBack(changed, begun.cookie()))).isEqualTo(invalid);
    clock.advance(Duration.ofMinutes(10));
    assertThat(told(kakao.comeBack(query, begun.cookie()))).isEqualTo(invalid);
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, access_denied",
    "<script>, unknown",
    "'', invalid_request",
  })
  void whoDoesNotAgreeIsTakenBackToThePage(String error, String told) {
    Answer back = kakao.comeBack(Map.of("error", error, "error_description", "x"), "");
    assertThat(told(back)).isEqualTo(Map.of("error", told));
  }

  @Test
  void aPageThatIsNotTrustedCannotLogAnybodyIn() {
    Back back = kakao.bring(SUH);
    Answer foreign =
        api.request("POST " + AtKakao.CALLBACK)
            .cookie(back.cookie())
            .header("origin", "https://evil.example")
            .json(Map.of("code", back.code()))
            .send();
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(kakao.hand(back).status()).isEqualTo(200);
  }

  @Test
  void whereAccessIsDocumentedALoginMayBeginElsewhere() {
    String authorize =
        KAKAO.url()
            + "/oauth/authorize?response_type=code&client_id=moim-local&redirect_uri=https://api.example.com"
            + AtKakao.CALLBACK;
    String code = AtKakao.fields(KAKAO.kakao().agree(URI.create(authorize), SUH)).get("code");
    refused(kakao.hand(code, ""));
    Map<String, String> query = Map.of("code", code);
    AtKakao documented = documented();
    assertThat(told(documented.comeBack(query, ""))).isEqualTo(query);
    assertThat(documented.hand(code, "").status()).isEqualTo(200);
    Map<String, String> stated = Map.of("code", code, "state", "theirs");
    assertThat(told(documented.comeBack(stated, "")))
        .as("a state is looked at wherever there is one")
        .isEqualTo(Map.of("error", "invalid_state"));
  }

  @Test
  void oneSourceMayTrySixtyTimesInTenMinutes() {
    for (int i = 0; i < 60; i++) {
      refused(kakao.hand("wrong" + i, ""));
    }
    Answer stopped = kakao.hand(kakao.bring(SUH));
    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.headers()).containsKey("retry-after");
    clock.advance(Duration.ofMinutes(10));
    assertThat(kakao.logIn(SUH).status()).isEqualTo(200);
  }

  @Test
  void whoLeavesIsForgottenThereTooAndMayComeAgain() {
    Answer in = kakao.logIn(SUH);
    assertThat(KAKAO.kakao().isConnected(SUH)).isTrue();
    assertThat(api.leave(in.access()).status()).isEqualTo(200);
    assertThat(KAKAO.kakao().isConnected(SUH)).isFalse();
    String left =
        DYNAMO.client().scan(r -> r.tableName(DYNAMO.table("AccountsTable"))).items().toString();
    assertThat(left).doesNotContain("kakao", "suh@example.com", "서_준");
    assertThat(kakao.logIn(SUH).text("userId")).isNotEqualTo(in.text("userId"));
  }

  @Test
  void withoutKakaoThereIsAnswerEnough() {
    AccountsApi bare = new AccountsApi(DYNAMO, clock, Map.of());
    assertThat(bare.request("GET /api/v1/oauth/kakao").send().status()).isEqualTo(503);
  }
}
