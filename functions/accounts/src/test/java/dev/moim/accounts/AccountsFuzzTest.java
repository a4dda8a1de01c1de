package dev.moim.accounts;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.kakao.KakaoServer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class AccountsFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("AccountsTable", "GroupsTable");

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
}
