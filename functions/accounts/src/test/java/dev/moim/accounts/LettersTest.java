package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.shared.mail.Message;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is mailed to whom, in which language; and the way through it that the document describes.
 */
class LettersTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);
  private static final Pattern CODE = Pattern.compile("(?m)^ +(\\d{6})$");
  private static final Pattern LINK = Pattern.compile("(?m)^ +(https://app\\.example\\.com\\S+)$");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @Test
  void theWholeWayIsByMail() {
    Answer signedUp = signUp("");
    assertThat(signedUp.status()).isEqualTo(201);
    assertThat(signedUp.message()).isEqualTo("입력하신 이메일로 인증 코드가 발송되었습니다.");
    assertThat(api.verify(found(CODE, api.mails.getFirst())).status()).isEqualTo(200);
    assertThat(api.logIn("minji@example.com", Someone.PASSWORD).status()).isEqualTo(200);

    Answer sent = askForALink("minji@example.com", "");
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.message()).isEqualTo("비밀번호 변경 링크를 이메일로 전송하였습니다.");
    String link = found(LINK, api.mails.getLast());
    assertThat(link).startsWith("https://app.example.com/password?token=");
    assertThat(api.changePassword(link.split("token=")[1], "another horse").status())
        .isEqualTo(200);
    assertThat(api.logIn("minji@example.com", "another horse").status()).isEqualTo(200);
    assertThat(api.mails).extracting(Message::to).containsOnly("minji@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Moim 인증 코드",
        "ko-KR,ko;q=0.9,en;q=0.8 | Moim 인증 코드",
        "en-US,en;q=0.9 | Your Moim code",
        "fr-FR, en;q=0.5 | Your Moim code",
        "fr | Moim 인증 코드"
      })
  void mailIsInTheLanguageThatSomebodyReads(String accepted, String subject) {
    signUp(accepted);
    Message.Content content = api.mails.getLast().content();
    assertThat(content.subject()).isEqualTo(subject);
    String code = found(CODE, api.mails.getLast());
    assertThat(content.body().html())
        .contains(code)
        .startsWith("<!doctype html>")
        .doesNotContain("{{");
    assertThat(content.body().text()).doesNotContain("{{", subject);
  }

  @Test
  void aLinkIsWhereItCanBeClicked() {
    someone.join(MINJI);
    for (String language : new String[] {"ko", "en"}) {
      askForALink("minji@example.com", language);
      Message mail = api.mails.getLast();
      assertThat(mail.content().body().html())
          .contains("href=\"" + found(LINK, mail) + "\"")
          .contains("<html lang=\"" + language + "\">");
    }
  }

  @Test
  void nobodyIsMailedAnythingForSomebodyElsesNames() {
    someone.join(MINJI);
    Answer refused = signUp("");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("DUPLICATE_ERROR");
    assertThat(refused.text("field")).isEqualTo("email");
    assertThat(refused.message()).isEqualTo("이미 사용 중인 email입니다");
    Answer stranger = askForALink("nobody@example.com", "");
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.message()).isEqualTo("사용자를 찾을 수 없습니다");
    assertThat(api.mails).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Answer refused =
        api.request("POST /api/v1/users/signup")
            .json(Map.of("email", "x", "password", "short", "nickname", "a"))
            .send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("잘못된 요청입니다");
    assertThat(refused.body().get("details").toString())
        .contains("field=email", "field=password", "field=nickname", "field=phone");
  }

  private Answer signUp(String language) {
    return api.request("POST /api/v1/users/signup")
        .header("accept-language", language)
        .json(
            Map.of(
                "email", "Minji@example.com",
                "password", Someone.PASSWORD,
                "nickname", "minji",
                "phoneNumber", "010-1234-0001"))
        .send();
  }

  private Answer askForALink(String email, String language) {
    return api.request("POST /api/v1/users/password/change/link-send")
        .header("accept-language", language)
        .json(Map.of("email", email))
        .send();
  }

  private static String found(Pattern what, Message mail) {
    Matcher found = what.matcher(mail.content().body().text());
    assertThat(found.find()).as(mail.content().body().text()).isTrue();
    return found.group(1);
  }
}
