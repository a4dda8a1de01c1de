package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.AtKakao.Back;
import dev.moim.accounts.person.Names;
import dev.moim.kakao.KakaoServer;
import dev.moim.kakao.Person;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each operation asks of DynamoDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsBudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);

  /** DynamoDB Local does not count all that a transaction writes; so that is shown and no more. */
  private record Cost(int requests, double reads) {}

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final List<String> table = new ArrayList<>();

  @Test
  void everyOperationCostsWhatItMay() {
    AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
    Someone someone = new Someone(api, DYNAMO, clock);
    DYNAMO.counter().reset();
    someone.signUp(MINJI);
    note("signup", new Cost(1, 0));
    assertThat(someone.codes).hasSize(1);
    measure("signup/verify", new Cost(3, 1), () -> api.verify(someone.codeOf(MINJI)));
    measure("login", new Cost(2, 1), () -> someone.logIn(MINJI));
    Answer in = someone.logIn(MINJI);
    someone.introduce(in);
    measure("users/me", new Cost(1, 1), () -> api.me(in.access()));
    measure("uploads", 201, new Cost(2, 1), () -> offer(api, in));
    measure("users/{userId}", new Cost(2, 2), () -> person(api, in));
    measure("users/me/export", new Cost(5, 1), () -> api.export(in.access()));
    measure("token/reissue", new Cost(2, 1), () -> api.reissue(in.cookie()));
    Answer other = someone.logIn(MINJI);
    measure("users/logout", new Cost(1, 0), () -> api.logOut(other.access()));
    String link = someone.link(MINJI);
    measure("password/change", new Cost(2, 1), () -> api.changePassword(link, "new password"));
    Answer last = api.logIn(MINJI.email().text(), "new password");
    measure("DELETE users", new Cost(2, 1), () -> api.leave(last.access()));
  }

  private static Answer person(AccountsApi api, Answer in) {
    return api.request("GET /api/v1/users/{userId}")
        .as(in.access())
        .path("userId", in.text("userId"))
        .send();
  }

  @Test
  void aLoginWithKakaoCostsWhatItMay() {
    try (KakaoServer server = KakaoServer.start()) {
      AtKakao kakao =
          new AtKakao(new AccountsApi(DYNAMO, clock, AtKakao.settings(server.url())), server);
      Person minji = new Person(1L, "Minji", Optional.of("minji@example.com"));
      Back first = kakao.bring(minji);
      measure("oauth/kakao/callback, the first time", new Cost(5, 2), () -> kakao.hand(first));
      Back again = kakao.bring(minji);
      measure("oauth/kakao/callback", new Cost(3, 1), () -> kakao.hand(again));
    }
  }

  @Test
  void aTokenIsCheckedWithoutARequest() {
    AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
    Answer in = new Someone(api, DYNAMO, clock).arrive(MINJI);
    DYNAMO.counter().reset();
    assertThat(api.wiring.callers().of(Optional.of(in.access())).id())
        .isEqualTo(Long.parseLong(in.text("userId")));
    assertThat(DYNAMO.counter().requests()).isZero();
  }

  private static Answer offer(AccountsApi api, Answer in) {
    return api.request("POST /api/v1/uploads")
        .as(in.access())
        .json(Map.of("contentType", "image/png", "bytes", 5_000_000))
        .send();
  }

  private void measure(String what, Cost most, Supplier<Answer> operation) {
    measure(what, 200, most, operation);
  }

  private void measure(String what, int status, Cost most, Supplier<Answer> operation) {
    DYNAMO.counter().reset();
    assertThat(operation.get().status()).as(what).isEqualTo(status);
    note(what, most);
  }

  private void note(String what, Cost most) {
    Cost cost = new Cost(DYNAMO.counter().requests(), DYNAMO.counter().readUnits());
    table.add(
        "%-40s %8d %10.1f %11.1f"
            .formatted(what, cost.requests(), cost.reads(), DYNAMO.counter().writeUnits()));
    assertThat(cost).as(what).isEqualTo(most);
  }

  @AfterAll
  void print() {
    String head =
        "%-40s %8s %10s %11s".formatted("operation", "requests", "read units", "write units");
    // `./moim test` shows lines that begin like this while it runs.
    System.out.println("Budget  " + head + "\nBudget  " + String.join("\nBudget  ", table));
  }
}
