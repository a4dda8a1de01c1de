package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.argon2.Argon2Passwords;
import dev.moim.accounts.dynamodb.CodeKeys;
import dev.moim.accounts.dynamodb.DynamoLimits;
import dev.moim.accounts.dynamodb.DynamoPasswordLinks;
import dev.moim.accounts.dynamodb.DynamoSignUps;
import dev.moim.accounts.password.PasswordLink;
import dev.moim.accounts.password.SendPasswordLink;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.signup.SignUp;
import dev.moim.accounts.signup.VerificationCode;
import dev.moim.shared.people.PersonIds;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People who want accounts, and the mail they get. */
final class Someone {

  static final String PASSWORD = "correct horse";

  static final Argon2Passwords CHEAP = new Argon2Passwords(new Argon2Passwords.Cost(64, 1));

  private static final String SOURCE = "203.0.113.7";

  final Map<String, VerificationCode> codes = new ConcurrentHashMap<>();
  final Map<String, PasswordLink> links = new ConcurrentHashMap<>();
  private final AccountsApi api;
  private final DynamoDbExtension dynamo;
  private final TestClock clock;
  private final String table;

  Someone(AccountsApi api, DynamoDbExtension dynamo, TestClock clock) {
    this.api = api;
    this.dynamo = dynamo;
    this.clock = clock;
    table = dynamo.table("AccountsTable");
  }

  static Names names(String name, int number) {
    return new Names(
        new Email(name + "@example.com"),
        new Nickname(name),
        new PhoneNumber("0101234%04d".formatted(number)));
  }

  SignUp signUp() {
    return new SignUp(
        signUps(), CHEAP, new PersonIds(clock), (to, code) -> codes.put(to.text(), code));
  }

  DynamoSignUps signUps() {
    return new DynamoSignUps(
        dynamo.client(),
        table,
        new CodeKeys(() -> AccountsApi.TOKEN_SECRET),
        new DynamoLimits(dynamo.client(), table, clock),
        clock);
  }

  void signUp(Names names) {
    signUp().run(names, new Password(PASSWORD), SOURCE);
  }

  /** Signs up and verifies. */
  void join(Names names) {
    signUp(names);
    assertThat(api.verify(codeOf(names)).status()).isEqualTo(200);
  }

  String codeOf(Names names) {
    return codes.get(names.email().text()).digits();
  }

  /** Joins, and logs in. */
  AccountsApi.Answer arrive(Names names) {
    join(names);
    return logIn(names);
  }

  AccountsApi.Answer logIn(Names names) {
    AccountsApi.Answer in = api.logIn(names.email().text(), PASSWORD);
    assertThat(in.status()).isEqualTo(200);
    return in;
  }

  /** Tells about themselves. */
  void introduce(AccountsApi.Answer in) {
    String profile =
        "{\"gender\":\"FEMALE\",\"birth\":\"1999-12-31\",\"introduction\":\"안녕하세요\",\"mbti\":\"INFP\"}";
    assertThat(Forms.profile(api, in.access(), profile, new byte[0]).status()).isEqualTo(201);
  }

  /** Arrives with a profile. */
  AccountsApi.Answer settle(Names names) {
    AccountsApi.Answer in = arrive(names);
    introduce(in);
    return in;
  }

  /** Asks for a link, and finds it in the mail. */
  String link(Names names) {
    new SendPasswordLink(
            new DynamoPasswordLinks(dynamo.client(), table, clock),
            new DynamoLimits(dynamo.client(), table, clock),
            (to, link) -> links.put(to.text(), link),
            clock)
        .run(names.email());
    return links.get(names.email().text()).text();
  }
}
