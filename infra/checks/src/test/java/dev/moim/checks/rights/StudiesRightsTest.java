package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link CallsRightsTest}, for the studies family: its requests, its socket and its timers. */
class StudiesRightsTest implements RightsContract {

  private static final String SECRET = "the secret that signs tokens of users";

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "GroupsTable", "StudyCallsTable", "ConnectionsTable", "HandshakesTable", "LicensesTable");

  private static Verdict verdict;
  private static StudiesPlay play;

  @BeforeAll
  static void play() throws IOException {
    Clock clock = Clock.systemUTC();
    Deployed template = Deployed.of("functions/studies/template.yaml");
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template));
        FakeLiveKit livekit = FakeLiveKit.start(clock)) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("GROUPS_TABLE", DYNAMO.table("GroupsTable"));
      environment.put("STUDY_CALLS_TABLE", DYNAMO.table("StudyCallsTable"));
      environment.put("HANDSHAKES_TABLE", DYNAMO.table("HandshakesTable"));
      environment.put("CONNECTIONS_TABLE", DYNAMO.table("ConnectionsTable"));
      environment.put("LICENSES_TABLE", DYNAMO.table("LicensesTable"));
      environment.put("TRUSTED_ADDERS", "true");
      environment.put("JOIN_STARTS_CALL", "true");
      environment.put("SOCKET_ENDPOINT", aws.uri() + "/study");
      Functions functions = new Functions(Family.named("studies"), aws, environment);
      verdict = new Verdict(template, aws, functions.emitted());
      functions.deployedWith(
          Map.of(
              "LIVEKIT_SECRET_ARN",
              "LiveKitSecretArn",
              "NEXTAUTH_SECRET_ARN",
              "NextAuthSecretArn",
              "TOKEN_SECRET_ARN",
              "TokenSecretArn",
              "TURN_SECRET_ARN",
              "TurnSecretArn"));
      aws.keepSecret("TurnSecretArn", "{\"urls\":\"turn:turn.example:3478\",\"secret\":\"north\"}");
      aws.keepSecret("LiveKitSecretArn", FakeLiveKit.secret(livekit.url()));
      aws.keepSecret("NextAuthSecretArn", "the secret of the front end");
      aws.keepSecret("TokenSecretArn", SECRET);
      play =
          new StudiesPlay(functions, aws, new UserTokens(() -> SECRET, clock), licenseToken(clock));
      assertThatCode(play::all)
          .as(() -> "played without " + verdict.denied())
          .doesNotThrowAnyException();
    }
  }

  private static String licenseToken(Clock clock) {
    License license = NewLicense.issue("example.com", 10, clock).license();
    RateLimits limits = RateLimits.from(new Settings(Map.of()));
    new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), limits, clock)
        .create(license);
    return new LicenseTokens(() -> SECRET, clock).issue(license, Duration.ofHours(1));
  }

  @Test
  void everyGoldenEventWasPlayed() {
    assertThat(play.played())
        .containsExactlyInAnyOrderElementsOf(Repository.list("events/studies").toList());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
