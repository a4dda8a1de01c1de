package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.License;
import dev.moim.studies.StudiesApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies that a tenant's own server keeps, under the ids that its pages know. */
class MirrorTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "GroupsTable", "StudyCallsTable", "ConnectionsTable", "LicensesTable");

  private static final String STUDY = "cmb3x9k2p0001";
  private static final String NAME = "{\"name\":\"알고리즘 스터디\"}";
  private static final String OWNER = "{\"role\":\"OWNER\",\"name\":\"김앤\"}";
  private static final String MEMBER = "{\"role\":\"MEMBER\"}";
  private static final String GONE = "{\"role\":\"MEMBER\",\"status\":\"LEFT\"}";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final Licensing licensing = new Licensing(DYNAMO, clock);
  private License license;
  private StudiesApi api;

  @BeforeEach
  void setUp() {
    license = licensing.license();
    Map<String, String> settings = new HashMap<>(licensing.settings());
    settings.put("CONNECTIONS_TABLE", DYNAMO.table("ConnectionsTable"));
    api = new StudiesApi(DYNAMO, clock, settings);
  }

  private StudiesApi.As server() {
    return api.server(license, STUDY);
  }

  @Test
  void peopleCallEachOtherInAStudyUnderItsOwnId() {
    Answer made = server().mirror(NAME);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("study"))
        .isEqualTo(
            Map.of(
                "id", STUDY,
                "name", "알고리즘 스터디",
                "timeZone", "Asia/Seoul",
                "createdAt", "2100-01-31T09:00:00.000Z"));
    Answer ann = server().mirror("ann", OWNER);
    assertThat(ann.status()).isEqualTo(201);
    assertThat(ann.at("member"))
        .isEqualTo(Map.of("userId", "ann", "role", "OWNER", "status", "ACTIVE"));
    assertThat(server().mirror("ben", MEMBER).status()).isEqualTo(201);

    String session = api.as("ann", STUDY).start().text("session.id");
    assertThat(api.as("ben", STUDY).join(session).status()).isEqualTo(200);
    assertThat(api.as("ben", STUDY).members().text("members.0.name")).isEqualTo("김앤");
    assertThat(api.as("eve", STUDY).status().text("code")).isEqualTo("NOT_STUDY_MEMBER");
  }

  @Test
  void sayingItAgainChangesNothing() {
    server().mirror(NAME);
    server().mirror("ann", OWNER);
    Object before = api.as("ann", STUDY).study().at("study");
    clock.advance(Duration.ofHours(1));
    assertThat(server().mirror(NAME).status()).isEqualTo(200);
    assertThat(server().mirror("ann", OWNER).status()).isEqualTo(200);
    assertThat(api.as("ann", STUDY).study().at("study")).isEqualTo(before);
  }

  @Test
  void aNewNameIsEverybodysAndNewRolesHold() {
    server().mirror(NAME);
    server().mirror("ann", OWNER);
    server().mirror("ben", MEMBER);
    assertThat(server().mirror("{\"name\":\"자료구조\"}").text("study.name")).isEqualTo("자료구조");
    assertThat(api.as("ann").studies().text("studies.0.name")).isEqualTo("자료구조");
    assertThat(api.as("ben").studies().text("studies.0.name")).isEqualTo("자료구조");

    server().mirror("ben", "{\"role\":\"ADMIN\"}");
    assertThat(server().mirror("ann", MEMBER).text("member.role")).isEqualTo("MEMBER");
    assertThat(api.as("ann", STUDY).members().text("members.0.name")).isEqualTo("김앤");
    assertThat(api.as("ben", STUDY).add("cat", "{}").status()).isEqualTo(200);
    server().mirror("ann", OWNER);
    assertThat(api.as("ann", STUDY).change("ann", "{\"role\":\"ADMIN\"}").status())
        .as("here she is the last owner, whatever the server may do")
        .isEqualTo(400);
  }

  @Test
  void whoHasLeftThereIsOutHereAndOfTheCall() {
    server().mirror(NAME);
    server().mirror("ann", OWNER);
    server().mirror("ben", MEMBER);
    String session = api.as("ann", STUDY).start().text("session.id");
    api.as("ann", STUDY).join(session);
    api.as("ben", STUDY).join(session);
    server().mirror("ben", GONE);
    assertThat(api.as("ben", STUDY).status().status()).isEqualTo(403);
    assertThat((List<?>) api.as("ann", STUDY).status().at("session.participants")).hasSize(1);

    server().mirror("ben", MEMBER);
    assertThat(api.as("ben", STUDY).status().status()).isEqualTo(200);
  }

  @Test
  void nobodyElseKeepsIt() {
    server().mirror(NAME);
    StudiesApi.As other = api.server(licensing.license(), STUDY);
    assertThat(other.mirror("{\"name\":\"mine\"}").text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(other.mirror("eve", OWNER).text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(server().mirror(NAME).text("study.name")).isEqualTo("알고리즘 스터디");
    assertThat(api.as("eve", STUDY).status().status()).isEqualTo(403);

    String anns = api.study();
    assertThat(api.server(license, anns).mirror(NAME).status()).isEqualTo(403);
    assertThat(api.server(license, anns).mirror("eve", OWNER).status()).isEqualTo(403);
    assertThat(api.as("ann", STUDY).mirror(NAME).status()).as("a person's token").isEqualTo(401);
    assertThat(api.server(license, "unknown").mirror("ann", OWNER).status()).isEqualTo(403);

    licensing.disable(license);
    assertThat(server().mirror(NAME).text("error")).isEqualTo("사용이 중지된 라이선스입니다.");
  }

  @ParameterizedTest
  @CsvSource({
    "122712345678848, {\"name\":\"a\"}, studyId",
    STUDY + ", {}, name",
    STUDY + ", '{\"name\":\"a\",\"timeZone\":\"Mars\"}', timeZone",
  })
  void whatIsWrongIsNamed(String studyId, String body, String field) {
    Answer refused = api.server(license, studyId).mirror(body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "ann, {}, role",
    "ann, {\"role\":\"KING\"}, role",
    "'#ann', {\"role\":\"MEMBER\"}, userId",
    "ann, '{\"role\":\"MEMBER\",\"status\":\"AWAY\"}', status",
  })
  void whatIsWrongWithAMemberIsNamed(String userId, String body, String field) {
    server().mirror(NAME);
    Answer refused = server().mirror(userId, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    String avatar = "https://example.com/" + "a".repeat(500);
    assertThat(
            server().mirror("ann", "{\"role\":\"MEMBER\",\"avatar\":\"" + avatar + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void ofManyAtOnceOneMakesIt() throws Exception {
    assertThat(statuses(20, () -> server().mirror(NAME).status())).containsOnlyOnce(201);
    assertThat(statuses(10, () -> server().mirror("ann", OWNER).status())).containsOnlyOnce(201);
    assertThat((List<?>) api.as("ann", STUDY).members().at("members")).hasSize(1);
  }

  private static List<Integer> statuses(int times, Callable<Integer> call) throws Exception {
    try (var executor = Executors.newFixedThreadPool(5)) {
      List<Integer> statuses = new ArrayList<>();
      for (var one : executor.invokeAll(Collections.nCopies(times, call))) {
        statuses.add(one.get());
      }
      assertThat(statuses).allMatch(status -> status == 200 || status == 201);
      return statuses;
    }
  }

  @Test
  void itCostsWhatTheRationaleSays() {
    assertCost(Map.of("GetItem", 1, "PutItem", 1), () -> server().mirror(NAME));
    Map<String, Integer> member = Map.of("GetItem", 1, "BatchGetItem", 1, "TransactWriteItems", 1);
    assertCost(member, () -> server().mirror("ann", OWNER));
    assertCost(Map.of("GetItem", 1, "BatchGetItem", 1), () -> server().mirror("ann", OWNER));
    Map<String, Integer> again = Map.of("GetItem", 1, "PutItem", 1, "UpdateItem", 1, "Query", 1);
    assertCost(again, () -> server().mirror(NAME));
  }

  private static void assertCost(Map<String, Integer> expected, Runnable request) {
    DYNAMO.counter().reset();
    request.run();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(expected);
  }
}
