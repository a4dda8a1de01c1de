package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.License.OpenRooms;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.spec.FrameValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Plays golden events against the real handlers with the templates' policies in force. Whatever a
 * function does it must be allowed to; whatever it is allowed it must do, or, of a policy it
 * shares, somebody who shares it.
 */
class CallsRightsTest implements RightsContract {

  private static final List<String> TABLES =
      List.of("LicensesTable", "RoomsTable", "ConnectionsTable", "HandshakesTable", "MailboxTable");

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(TABLES.toArray(String[]::new));

  private static Functions functions;
  private static GuardedAws aws;
  private static FakeLiveKit livekit;
  private static Verdict verdict;

  @BeforeAll
  static void play() throws IOException {
    Deployed template = Deployed.of("functions/calls/template.yaml");
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    aws = new GuardedAws(dynamoDb, Right.byFunction(template));
    livekit = FakeLiveKit.start(Clock.systemUTC());
    functions = new Functions(Family.named("calls"), aws, environment());
    verdict = new Verdict(template, aws, functions.emitted());
    functions.deployedWith(parameters());
    aws.keepSecret("LiveKitSecretArn", FakeLiveKit.secret(livekit.url()));
    aws.keepSecret("TurnSecretArn", "{\"urls\":\"turn:turn.example:3478\",\"secret\":\"north\"}");
    AtomicInteger scenes = new AtomicInteger();
    new Plays(
            () -> stage(new Scene(scenes.incrementAndGet(), functions, aws)),
            new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), Clock.systemUTC()),
            new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable")),
            new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable")))
        .all();
  }

  @AfterAll
  static void stop() {
    if (livekit != null) {
      livekit.close();
    }
    if (aws != null) {
      aws.close();
    }
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Test
  void everyFrameIsAsDescribed() {
    FrameValidator validator = FrameValidator.ofProject();
    Set<String> frames = new TreeSet<>(functions.returned());
    aws.posted().stream()
        .map(frame -> frame.replaceFirst("(?s)^42\\[\"knowledgetalk\",(.*)]$", "$1"))
        .filter(frame -> frame.startsWith("{"))
        .forEach(frames::add);
    assertThat(frames).hasSizeGreaterThan(100).allSatisfy(validator::assertValid);
  }

  private static Scene stage(Scene scene) {
    License license =
        new License(
            scene.licenseId(),
            true,
            "trial",
            10,
            0,
            Map.of(
                KeyName.AUTH_KEY, HashedKey.of(HashedSecret.of("auth-key-of-the-license").hex())),
            OpenRooms.NONE);
    new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, Clock.systemUTC())
        .create(license);
    return scene;
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(aws.environment());
    TABLES.forEach(table ->
        environment.put(
            table.replace("Table", "_Table").toUpperCase(Locale.ROOT), DYNAMO.table(table)));
    environment.put("SOCKET_ENDPOINT", aws.uri() + "/calls");
    return environment;
  }

  private static Map<String, String> parameters() {
    return Map.of("TURN_SECRET_ARN", "TurnSecretArn", "LIVEKIT_SECRET_ARN", "LiveKitSecretArn");
  }
}
