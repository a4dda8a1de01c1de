package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.shared.kernel.DomainException;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody who has forgotten their password gets another one, and nobody else does. */
class PasswordTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);
  private static final String EMAIL = MINJI.email().text();
  private static final String ANOTHER = "another horse";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);
  private Answer in = new Answer(0, Map.of(), Map.of());

  @BeforeEach
  void arrive() {
    in = someone.arrive(MINJI);
  }

  @Test
  void aLinkIsWorthANewPasswordOnceAndEndsEveryLogin() {
    String link = someone.link(MINJI);
    assertThat(api.reissue(in.cookie()).status()).as("nothing has happened yet").isEqualTo(200);

    Answer changed = api.changePassword(link, ANOTHER);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.message()).isEqualTo("비밀번호가 변경되었습니다.");
    assertThat(api.logIn(EMAIL, Someone.PASSWORD).code()).isEqualTo("LOGIN_FAILED");
    assertThat(api.logIn(EMAIL, ANOTHER).status()).isEqualTo(200);
    assertThat(api.reissue(in.cookie()).status()).isEqualTo(401);
    assertThat(api.export(in.access()).status()).isEqualTo(401);

    Answer again = api.changePassword(link, "a third horse");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("INVALID_TOKEN");
    assertThat(again.message()).isEqualTo("유효하지 않은 토큰입니다.");
  }

  @Test
  void aLinkIsGoodForHalfAnHour() {
    String link = someone.link(MINJI);
    clock.advance(Duration.ofMinutes(30));
    assertThat(api.changePassword(link, ANOTHER).status()).isEqualTo(400);
  }

  @Test
  void onlyTheLatestLinkIsGood() {
    String first = someone.link(MINJI);
    String second = someone.link(MINJI);
    assertThat(api.changePassword(first, ANOTHER).status()).isEqualTo(400);
    assertThat(api.changePassword(second, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void nobodyGetsALinkForSomebodyWhoIsNotThere() {
    someone.signUp(Someone.names("hana", 2));
    assertThatThrownBy(() -> someone.link(Someone.names("hana", 2)))
        .as("not verified yet")
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(AccountError.USER_NOT_FOUND));
    assertThat(someone.links).isEmpty();
  }

  @Test
  void nobodyIsFloodedWithMail() {
    for (int i = 0; i < 5; i++) {
      someone.link(MINJI);
    }
    assertThatThrownBy(() -> someone.link(MINJI))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(AccountError.TOO_MANY_REQUESTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.2", "..", "0.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void whatIsNoLinkIsRefused(String link) {
    assertThat(api.changePassword(link, ANOTHER).code()).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void aNewPasswordMustBeLongEnough() {
    Answer refused = api.changePassword(someone.link(MINJI), "short");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(String.valueOf(refused.body().get("details"))).contains("field=newPassword");
  }
}
