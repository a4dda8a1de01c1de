package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.AccountsApi.Request;
import dev.moim.accounts.person.Names;
import dev.moim.kakao.KakaoServer;
import dev.moim.kakao.Person;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/accounts.csv}. */
class AccountsAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);
  private static final Names NEWCOMER = Someone.names("hana", 2);
  private static final String NEVER_MAILED = "1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private static final Person AT_KAKAO =
      new Person(4_000_000_001L, "민지", Optional.of("minji@example.com"));
  private static final Person NEW_AT_KAKAO = new Person(4_000_000_002L, "하나", Optional.empty());
  private static final KakaoServer KAKAO = KakaoServer.start();

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, AtKakao.settings(KAKAO.url()));
  private final Someone someone = new Someone(api, DYNAMO, clock);
  private final AtKakao kakao = new AtKakao(api, KAKAO);

  @AfterAll
  static void stop() {
    KAKAO.close();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String route, String who, int expected) {
    Answer minji = someone.settle(MINJI);
    someone.signUp(NEWCOMER);
    String code = someone.codeOf(NEWCOMER);
    boolean verifies = route.endsWith("/verify");
    if (!verifies) {
      assertThat(api.verify(code).status()).isEqualTo(200);
    }
    Answer newcomer = verifies ? minji : someone.logIn(NEWCOMER);
    if (who.equals("loggedOut")) {
      assertThat(api.logOut(minji.access()).status()).isEqualTo(200);
    }
    Answer in = who.equals("newcomer") ? newcomer : minji;
    Names names = who.equals("newcomer") ? NEWCOMER : MINJI;
    String link = someone.link(verifies ? MINJI : names);
    if (who.equals("expired")) {
      someone.signUp(Someone.names("late", 9));
      clock.advance(Duration.ofDays(7));
    }
    Request request = api.request(route).path("userId", minji.text("userId"));
    switch (route.split(" ")[1]) {
      case "/api/v1/users/signup" -> request.json(newcomer(who, names));
      case "/api/v1/users/password/change/link-send" ->
          request.json(Map.of("email", address(who, names)));
      case "/api/v1/users/signup/verify" -> request.query("code", code(who, code, in));
      case "/api/v1/users/login" -> request.json(keys(who, names, in));
      case "/token/reissue", "/api/v1/token/reissue" -> request.cookie(cookie(who, in));
      case "/api/v1/oauth/kakao", "/api/v1/oauth/kakao/callback" -> fromKakao(who, request, in);
      case "/api/v1/users/password/change" ->
          request.json(Map.of("token", link(who, link, in), "newPassword", "another horse"));
      default -> authorise(fill(route, request), who, in);
    }

    assertThat(request.send().status()).isEqualTo(expected);
  }

  /** Of the mail to the newcomer; minji's was used. */
  private String code(String who, String code, Answer in) {
    return switch (who) {
      case "newcomer", "expired" -> code;
      case "nobody" -> "";
      case "otherKind" -> in.access();
      case "self", "loggedOut" -> someone.codeOf(MINJI).equals(code) ? "x" : someone.codeOf(MINJI);
      default -> code.equals("123456") ? "654321" : "123456";
    };
  }

  private void fromKakao(String who, Request request, Answer in) {
    AtKakao.Back back = kakao.bring(who.equals("newcomer") ? NEW_AT_KAKAO : AT_KAKAO);
    String code =
        switch (who) {
          case "nobody" -> "";
          case "forged" -> "a".repeat(80);
          case "otherKind" -> in.access();
          default -> back.code();
        };
    if (who.equals("expired")) {
      assertThat(kakao.hand(back).status()).isEqualTo(200);
    }
    request.cookie(back.cookie()).query("code", code).json(Map.of("code", code));
  }

  private static Request fill(String route, Request request) {
    String profile = "{\"gender\":\"MALE\",\"birth\":\"2000-01-01\"}";
    return switch (route) {
      case "POST /api/v1/profiles" ->
          request
              .header("content-type", Forms.TYPE)
              .binary(Forms.of("request", profile, new byte[0]));
      case "PUT /api/v1/users/me" ->
          request
              .header("content-type", Forms.TYPE)
              .binary(Forms.of("updateRequest", profile, new byte[0]));
      case "POST /api/v1/uploads" ->
          request.json(Map.of("contentType", "image/png", "bytes", 5_000_000));
      default -> request;
    };
  }

  private static String address(String who, Names names) {
    return switch (who) {
      case "nobody", "forged", "otherKind" -> "nobody@example.com";
      default -> names.email().text();
    };
  }

  /** With a nickname and a phone number that nobody has. */
  private static Map<String, String> newcomer(String who, Names names) {
    String email = who.equals("expired") ? "late@example.com" : address(who, names);
    return Map.of(
        "email",
        email,
        "password",
        Someone.PASSWORD,
        "nickname",
        "somebody",
        "phone",
        "01099999999");
  }

  private static Map<String, String> keys(String who, Names names, Answer in) {
    return switch (who) {
      case "nobody" -> Map.of("email", "nobody@example.com", "password", Someone.PASSWORD);
      case "forged" -> Map.of("email", names.email().text(), "password", "a wrong password");
      case "otherKind" -> Map.of("email", names.email().text(), "password", in.access());
      default -> Map.of("email", names.email().text(), "password", Someone.PASSWORD);
    };
  }

  private static String cookie(String who, Answer in) {
    return switch (who) {
      case "nobody" -> "";
      case "forged" -> in.cookie().substring(0, in.cookie().length() - 4) + "AAAA";
      case "otherKind" -> "refresh=" + in.access();
      default -> in.cookie();
    };
  }

  private static String link(String who, String link, Answer in) {
    return switch (who) {
      case "nobody" -> "";
      case "forged" -> NEVER_MAILED;
      case "otherKind" -> in.access();
      default -> link;
    };
  }

  private void authorise(Request request, String who, Answer in) {
    Bearer minji = Bearer.of(in.text("userId"));
    switch (who) {
      case "nobody" -> {}
      case "forged" ->
          request.as(
              new UserTokens(() -> "another secret of 32 characters!", clock).access(minji, "s"));
      case "otherKind" ->
          request.as(new UserTokens(() -> AccountsApi.TOKEN_SECRET, clock).ticket(minji));
      default -> request.as(in.access());
    }
  }

  static Stream<Arguments> cells() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/accounts.csv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split(",")))
            .toList();
    List<String> header = lines.getFirst();
    return lines.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                .map(i -> Arguments.of(row.getFirst(), header.get(i), row.get(i))));
  }
}
