package dev.moim.studies;

import dev.moim.shared.licenses.License;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class StudiesFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "GroupsTable", "StudyCallsTable", "ConnectionsTable", "LicensesTable");

  private final TestClock clock = TestClock.at("2100-12-30T16:22:11.876Z");

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    StudiesApi api =
        new StudiesApi(
            DYNAMO,
            clock,
            Map.of(
                "CONNECTIONS_TABLE",
                DYNAMO.table("ConnectionsTable"),
                "NEXTAUTH_SECRET",
                "the secret of the front end",
                "LICENSES_TABLE",
                DYNAMO.table("LicensesTable")));
    License tenant = new Licensing(DYNAMO, clock).license();
    String studyId = api.study("bob");
    String past = api.session(studyId, Duration.ofMinutes(3), "bob");

    HttpFuzz.of("studies")
        .knowing("studyId", studyId)
        .knowing("sessionId", past)
        .knowing("userId", "ann", "bob", "cat")
        .knowing("name", "알고리즘")
        .knowing("timeZone", "Asia/Seoul", "UTC", "America/New_York")
        .knowing("page", "1", "2", "999999999")
        .knowing("startDate", "2100-12-30", "2100-12-30T00:00:00Z")
        .knowing("endDate", "2100-12-31", "2101-01-01T00:00:00+09:00")
        .learning("/study/id", "studyId")
        .learning("/session/id", "sessionId")
        .proving(Map.of("authorization", "Bearer " + api.token("ann")))
        .proving(Map.of("authorization", "Bearer " + api.token("bob")))
        .proving(Map.of("authorization", "Bearer " + api.token("cat")))
        .proving(Map.of("s-connector-jwt", api.token(tenant)))
        .proving(Map.of())
        .cookie("next-auth.session-token")
        .cookie("__Secure-authjs.session-token")
        .run(api::answer);
  }
}
