package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens: each is good once, and a thief is noticed. */
class ReissueTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);
  private String first = "";

  @BeforeEach
  void arrive() {
    first = someone.arrive(MINJI).cookie();
  }

  @Test
  void aTokenIsExchangedForTheNextOne() {
    String cookie = first;
    Set<String> seen = new HashSet<>(Set.of(first));
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofDays(6));
      Answer next = api.reissue(cookie);
      assertThat(next.status()).isEqualTo(200);
      assertThat(next.access()).isEqualTo(next.text("access_token"));
      assertThat(next.headers()).containsEntry("access", next.access());
      assertThat(seen.add(next.cookie())).as("another one").isTrue();
      assertThat(api.export(next.access()).status()).isEqualTo(200);
      cookie = next.cookie();
    }
  }

  @Test
  void bothPathsAreTheSame() {
    Answer next = api.request("POST /api/v1/token/reissue").cookie(first).send();
    assertThat(next.status()).isEqualTo(200);
    assertThat(api.reissue(next.cookie()).status()).isEqualTo(200);
  }

  @Test
  void aLoginThatNobodyUsesEnds() {
    clock.advance(Duration.ofDays(7));
    assertThat(api.reissue(first).status()).isEqualTo(401);
  }

  @Test
  void twoTabsGetTheSameToken() throws Exception {
    Callable<String> tab = () -> api.reissue(first).cookie();
    try (var tabs = Executors.newFixedThreadPool(8)) {
      Set<String> cookies = new HashSet<>();
      for (var answer : tabs.invokeAll(List.of(tab, tab, tab, tab, tab, tab, tab, tab))) {
        cookies.add(answer.get());
      }
      assertThat(cookies).hasSize(1).doesNotContain("", first);
    }
    clock.advance(Duration.ofSeconds(10));
    assertThat(api.reissue(first).status()).as("an answer got lost").isEqualTo(200);
  }

  @Test
  void aTokenThatComesAgainEndsTheLogin() {
    Answer second = api.reissue(first);
    clock.advance(Duration.ofSeconds(11));

    Answer stolen = api.reissue(first);
    assertThat(stolen.status()).isEqualTo(401);
    assertThat(stolen.code()).isEqualTo("INVALID_REFRESH_TOKEN");
    assertThat(stolen.message()).isEqualTo("리프레시 토큰이 유효하지 않습니다");
    assertThat(api.reissue(second.cookie()).status()).as("of the thief or owner").isEqualTo(401);
    assertThat(api.export(second.access()).status()).isEqualTo(401);
  }

  @Test
  void anOlderTokenEndsTheLoginAtOnce() {
    Answer second = api.reissue(first);
    Answer third = api.reissue(second.cookie());
    assertThat(api.reissue(first).status()).isEqualTo(401);
    assertThat(api.reissue(third.cookie()).status()).isEqualTo(401);
  }

  @Test
  void theOtherLoginsOfAPersonStand() {
    Answer other = someone.logIn(MINJI);
    api.reissue(first);
    clock.advance(Duration.ofSeconds(11));
    api.reissue(first);
    assertThat(api.reissue(other.cookie()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "refresh=",
        "refresh=x",
        "refresh=1.2.3",
        "refresh=99999999999999999999.aaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "refresh=1.aaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "other=x"
      })
  void whatIsNoTokenIsRefused(String cookie) {
    Answer refused = api.reissue(cookie);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("INVALID_REFRESH_TOKEN");
  }

  @Test
  void aGuessedSecretEndsTheLoginToo() {
    String guess = first.substring(0, first.length() - 1) + (first.endsWith("x") ? "y" : "x");
    assertThat(api.reissue(guess).status()).isEqualTo(401);
    assertThat(api.reissue(first).status()).isEqualTo(401);
  }

  @Test
  void pagesOfOthersCannotUseTheCookie() {
    Stream.of("https://evil.example", "null")
        .forEach(origin -> {
          Answer refused =
              api.request("POST /token/reissue").cookie(first).header("origin", origin).send();
          assertThat(refused.status()).isEqualTo(403);
        });
    Answer own =
        api.request("POST /token/reissue")
            .cookie(first)
            .header("origin", "https://app.example.com")
            .send();
    assertThat(own.status()).isEqualTo(200);
  }
}
