package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link CallsRightsTest}, for the rooms family: its golden events against a fake LiveKit. */
class RoomsRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "LicensesTable", "RoomsTable", "GroupsTable", "StudyCallsTable", "HandshakesTable");

  private static Verdict verdict;
  private static RoomsPlay play;

  @BeforeAll
  static void play() throws IOException {
    Clock clock = Clock.systemUTC();
    Deployed template = Deployed.of("functions/rooms/template.yaml");
    License license = NewLicense.issue("trial", 10, clock).license();
    new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .create(license);
    Group study = Group.study(RoomsPlay.STUDY, ZoneOffset.UTC, "Study", clock.instant());
    new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"))
        .create(
            new Member(
                study, RoomsPlay.MEMBER, Role.OWNER, Status.ACTIVE, "", clock.instant(), null));
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template));
        FakeLiveKit livekit = FakeLiveKit.start(clock)) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("LICENSES_TABLE", DYNAMO.table("LicensesTable"));
      environment.put("ROOMS_TABLE", DYNAMO.table("RoomsTable"));
      environment.put("HANDSHAKES_TABLE", DYNAMO.table("HandshakesTable"));
      environment.put("GROUPS_TABLE", DYNAMO.table("GroupsTable"));
      environment.put("TIMERS_QUEUE", aws.uri() + "/000000000000/CallTimers");
      environment.put("STUDY_CALLS_TABLE", DYNAMO.table("StudyCallsTable"));
      Functions functions = new Functions(Family.named("rooms"), aws, environment);
      verdict = new Verdict(template, aws, functions.emitted());
      functions.deployedWith(
          Map.of(
              "ACCESS",
              "documented",
              "DEFAULT_LICENSE",
              license.id(),
              "LIVEKIT_SECRET_ARN",
              "LiveKitSecretArn",
              "TOKEN_SECRET_ARN",
              "TokenSecretArn"));
      aws.keepSecret("LiveKitSecretArn", FakeLiveKit.secret(livekit.url()));
      aws.keepSecret("TokenSecretArn", RoomsPlay.TOKEN_SECRET);
      DynamoRooms rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
      DynamoSeats seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
      play = new RoomsPlay(functions, livekit, license, rooms, seats);
      assertThatCode(play::all)
          .as(() -> "played without " + verdict.denied())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyGoldenEventWasPlayed() {
    assertThat(play.played())
        .containsExactlyInAnyOrderElementsOf(Repository.list("events/rooms").toList());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
