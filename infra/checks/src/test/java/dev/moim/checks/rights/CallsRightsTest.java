package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.license.HashedKey;
import dev.moim.license.License;
import dev.moim.license.License.Peak;
import dev.moim.license.RateLimits;
import dev.moim.license.Secrets;
import dev.moim.license.dynamodb.DynamoLicenseControl;
import dev.moim.license.dynamodb.DynamoLicenses;
import dev.moim.rooms.dynamodb.DynamoRooms;
import dev.moim.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.spec.FrameValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Plays golden events against the real handlers with the templates' policies in force. Whatever a
 * function does it must be allowed to; whatever it is allowed it must do, or, of a policy it
 * shares, somebody who shares it.
 */
class CallsRightsTest {

  private static final List<String> TABLES = List.of("Licenses", "Rooms", "Connections", "Mailbox");

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(TABLES.toArray(String[]::new));

  /** Lambda itself reads the queue, with the function's role. */
  private static final Set<String> OF_THE_EVENT_SOURCE =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private static Deployed template;
  private static Functions functions;
  private static GuardedAws aws;

  @BeforeAll
  static void play() throws IOException {
    Family calls = family(Family.all(), Family::name, "calls");
    template = family(Deployed.all(), Deployed::path, "functions/calls/template.yaml");
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    aws = new GuardedAws(dynamoDb, Right.byFunction(template));
    functions = new Functions(calls, aws, environment());
    AtomicInteger scenes = new AtomicInteger();
    new Plays(
            () -> stage(new Scene(scenes.incrementAndGet(), functions, aws)),
            new DynamoRooms(DYNAMO.client(), DYNAMO.table("Rooms"), Clock.systemUTC()),
            new DynamoSeats(DYNAMO.client(), DYNAMO.table("Rooms")),
            new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("Licenses")))
        .all();
  }

  @AfterAll
  static void stop() {
    if (aws != null) {
      aws.close();
    }
  }

  @Test
  void everyFunctionMayDoWhatItDoes() {
    assertThat(aws.denied()).isEmpty();
  }

  @Test
  void everyFunctionDoesWhatItMay() {
    Map<String, Set<Right>> unused = new TreeMap<>();
    for (String function : template.ofType("AWS::Lambda::Function").keySet()) {
      Set<Right> rights = Right.own(template, function);
      rights.removeAll(aws.used(function));
      rights.removeIf(right -> OF_THE_EVENT_SOURCE.contains(right.action()));
      unused.put(function, rights);
    }
    unused.values().removeIf(Set::isEmpty);
    assertThat(unused).isEmpty();
  }

  @Test
  void everySharedRightIsUsedBySomebodyWhoSharesIt() {
    Map<String, Set<Right>> unused = new TreeMap<>();
    for (String function : template.ofType("AWS::Lambda::Function").keySet()) {
      for (String policy : Right.sharedBy(template, function)) {
        unused
            .computeIfAbsent(policy, id -> Right.shared(template, id))
            .removeAll(aws.used(function));
      }
    }
    assertThat(unused).isNotEmpty();
    assertThat(unused.values()).allSatisfy(rights -> assertThat(rights).isEmpty());
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

  private static <T> T family(List<T> all, Function<T, String> name, String wanted) {
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst().orElseThrow();
  }

  private static Scene stage(Scene scene) {
    License license =
        new License(
            scene.licenseId(),
            "trial",
            10,
            true,
            0,
            HashedKey.of(Secrets.hash("auth-key-of-the-license")),
            HashedKey.NONE,
            Set.of(),
            Peak.NONE);
    new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("Licenses"), RateLimits.DEFAULTS, Clock.systemUTC())
        .create(license);
    return scene;
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    TABLES.forEach(
        table -> environment.put(table.toUpperCase(Locale.ROOT) + "_TABLE", DYNAMO.table(table)));
    environment.put("SOCKET_ENDPOINT", aws.uri() + "/calls");
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", aws.uri().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", aws.uri().toString());
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    return environment;
  }
}
