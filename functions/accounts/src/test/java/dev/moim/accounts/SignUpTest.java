package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.signup.NewAccount;
import dev.moim.accounts.signup.SignUps.Outcome;
import dev.moim.accounts.signup.VerificationCode;
import dev.moim.shared.kernel.DomainException;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How accounts come to be, and that nobody gets what somebody else has. */
class SignUpTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @Test
  void aCodeMakesAnAccountOfASignUpOnce() {
    someone.signUp(MINJI);
    assertThat(api.logIn("minji@example.com", Someone.PASSWORD).code()).isEqualTo("LOGIN_FAILED");
    assertThat(api.logIn("minji@example.com", "something else").message())
        .as("said only to those who know the password")
        .isEqualTo("이메일 또는 비밀번호가 일치하지 않습니다.");

    AccountsApi.Answer verified = api.verify(someone.codeOf(MINJI));
    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.message()).isEqualTo("이메일 인증이 완료되었습니다.");
    assertThat(api.logIn("Minji@Example.com ", Someone.PASSWORD).status()).isEqualTo(200);

    AccountsApi.Answer again = api.verify(someone.codeOf(MINJI));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("INVALID_TOKEN");
    assertThat(again.message()).isEqualTo("유효하지않은 토큰입니다.");
  }

  @Test
  void aCodeIsGoodForHalfAnHour() {
    someone.signUp(MINJI);
    clock.advance(Duration.ofMinutes(30));
    assertThat(api.verify(someone.codeOf(MINJI)).status()).isEqualTo(400);
  }

  @Test
  void codesCannotBeGuessedFromOnePlace() {
    someone.signUp(MINJI);
    for (int i = 0; i < 30; i++) {
      assertThat(api.verify("00000" + i % 10 + "x").status()).isEqualTo(400);
    }
    AccountsApi.Answer refused = api.verify(someone.codeOf(MINJI));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.headers().get("retry-after"))).isBetween(1L, 600L);
    AccountsApi.Answer elsewhere =
        api.request("POST /api/v1/users/signup/verify")
            .query("code", someone.codeOf(MINJI))
            .from("203.0.113.8")
            .send();
    assertThat(elsewhere.status()).isEqualTo(200);
  }

  /** Of one address, not of one person: behind some there are many people. */
  @Test
  void deploymentMayLetMoreThroughFromOnePlace() {
    var generous = new AccountsApi(DYNAMO, clock, Map.of("SOURCE_LIMIT_FACTOR", "2"));
    for (int i = 0; i < 60; i++) {
      assertThat(generous.verify("none").status()).isEqualTo(400);
    }
    assertThat(generous.verify("none").status()).isEqualTo(429);
    for (int i = 0; i < 10; i++) {
      assertThat(generous.logIn("minji@example.com", "wrong words").status()).isEqualTo(404);
    }
    assertThat(generous.logIn("minji@example.com", "wrong words").status()).isEqualTo(429);
  }

  @Test
  void rightCodesAreNotCounted() {
    for (int i = 0; i < 31; i++) {
      Names names = Someone.names("user" + i, i);
      someone.signUp(names);
      assertThat(api.verify(someone.codeOf(names)).status()).isEqualTo(200);
    }
  }

  @Test
  void ofAHundredGuessesAtOnceThirtyAreLookedAt() throws Exception {
    List<Callable<Integer>> guesses =
        IntStream.range(0, 100)
            .mapToObj(i -> (Callable<Integer>) () -> api.verify("%06d".formatted(i)).status())
            .toList();
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(25)) {
      for (Future<Integer> guess : threads.invokeAll(guesses)) {
        answers.add(guess.get());
      }
    }
    assertThat(Collections.frequency(answers, 400)).isEqualTo(30);
    assertThat(Collections.frequency(answers, 429)).isEqualTo(70);
  }

  @Test
  void oneCodeNeverStandsForTwo() {
    VerificationCode code = VerificationCode.parse("123456").orElseThrow();
    NewAccount one = new NewAccount(1, MINJI, "hash");
    NewAccount other = new NewAccount(2, Someone.names("hana", 2), "hash");
    assertThat(someone.signUps().create(one, code, "a")).isEqualTo(Outcome.DONE);
    assertThat(someone.signUps().create(other, code, "a")).isEqualTo(Outcome.DRAWN_TWICE);
    clock.advance(Duration.ofMinutes(31));
    assertThat(someone.signUps().create(other, code, "a")).isEqualTo(Outcome.DONE);
    assertThat(someone.signUps().verify(code, "a")).contains(2L);
  }

  @Test
  void whatSomebodyHasNobodyElseGets() {
    someone.join(MINJI);
    assertRefused(
        new Names(MINJI.email(), new Nickname("a1"), new PhoneNumber("01000000000")),
        AccountError.DUPLICATE_EMAIL);
    assertRefused(
        new Names(
            new Email("b@example.com"), new Nickname("MinJi"), new PhoneNumber("01000000000")),
        AccountError.DUPLICATE_NICKNAME);
    assertRefused(
        new Names(new Email("b@example.com"), new Nickname("a1"), MINJI.phone()),
        AccountError.DUPLICATE_PHONE);
    someone.signUp(
        new Names(new Email("b@example.com"), new Nickname("a1"), new PhoneNumber("01000000000")));
  }

  private void assertRefused(Names names, AccountError error) {
    assertThatThrownBy(() -> someone.signUp(names))
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(error));
  }

  @Test
  void aSignUpThatIsNeverVerifiedFreesItsNamesAfterADay() {
    someone.signUp(MINJI);
    clock.advance(Duration.ofHours(24));
    assertRefused(
        new Names(MINJI.email(), new Nickname("a1"), new PhoneNumber("01000000000")),
        AccountError.DUPLICATE_EMAIL);
    clock.advance(Duration.ofSeconds(1));
    someone.join(MINJI);
    assertThat(someone.logIn(MINJI).status()).isEqualTo(200);
  }

  @Test
  void whoGotNoMailIsSentAnotherCode() {
    someone.signUp(MINJI);
    String lost = someone.codeOf(MINJI);
    clock.advance(Duration.ofHours(2));
    assertRefused(
        new Names(MINJI.email(), new Nickname("mallory"), MINJI.phone()),
        AccountError.DUPLICATE_EMAIL);
    assertThatThrownBy(() -> someone.signUp().run(MINJI, new Password("another password"), "a"))
        .isInstanceOf(DomainException.class);
    someone.signUp(MINJI);
    assertThat(api.verify(lost).status()).isEqualTo(400);
    assertThat(api.verify(someone.codeOf(MINJI)).status()).isEqualTo(200);
    assertThat(someone.logIn(MINJI).status()).isEqualTo(200);
    assertRefused(MINJI, AccountError.DUPLICATE_EMAIL);
  }

  @Test
  void ofAHundredWhoWantOneAddressOneGetsIt() throws Exception {
    List<Callable<Boolean>> tries =
        IntStream.range(0, 100).mapToObj(i -> (Callable<Boolean>) () -> wins(i)).toList();
    try (var threads = Executors.newFixedThreadPool(25)) {
      long winners = 0;
      for (Future<Boolean> attempt : threads.invokeAll(tries)) {
        winners += attempt.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
    assertThat(someone.codes).hasSize(1);
    assertThat(api.verify(someone.codeOf(MINJI)).status()).isEqualTo(200);
    assertThat(someone.logIn(MINJI).status()).isEqualTo(200);
  }

  /** Each from a place of its own, or the limit would refuse most of them. */
  private boolean wins(int number) {
    Names names =
        new Names(
            MINJI.email(),
            new Nickname("minji" + number),
            new PhoneNumber("0109%07d".formatted(number)));
    try {
      someone.signUp().run(names, new Password(Someone.PASSWORD), "from " + number);
      return true;
    } catch (DomainException refused) {
      assertThat(refused.code()).isEqualTo(AccountError.DUPLICATE_EMAIL);
      return false;
    }
  }

  @Test
  void tooManyFromOnePlaceHaveToWait() {
    for (int i = 0; i < 60; i++) {
      someone.signUp(Someone.names("user" + i, i));
    }
    assertRefused(Someone.names("user59", 59), AccountError.TOO_MANY_REQUESTS);
    assertRefused(Someone.names("user60", 60), AccountError.TOO_MANY_REQUESTS);
    clock.advance(Duration.ofHours(1));
    someone.signUp(Someone.names("user60", 60));
  }
}
