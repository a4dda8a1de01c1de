package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.StudiesApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final String ADMIN = "{\"role\":\"ADMIN\"}";
  private static final String OWNER = "{\"role\":\"OWNER\"}";
  private static final String ACCEPT = "{\"status\":\"ACTIVE\"}";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @Test
  void whoMakesAStudyOwnsIt() {
    Answer created = api.as("ann").create("{\"name\":\" 알고리즘 스터디 \"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("study.name")).isEqualTo("알고리즘 스터디");
    assertThat(created.text("study.role")).isEqualTo("OWNER");
    assertThat(created.text("study.timeZone")).isEqualTo("Asia/Seoul");
    assertThat(created.text("study.createdAt")).isEqualTo("2100-01-31T09:00:00.000Z");
    assertThat(api.as("ann").studies().at("studies.0")).isEqualTo(created.at("study"));
    assertThat((List<?>) api.as("ben").studies().at("studies")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"  \"}",
        "{\"name\":1}",
        "{\"name\":\"a\",\"timeZone\":\"Mars\"}"
      })
  void aStudyNeedsANameAndAZoneThatExists(String request) {
    assertThat(api.as("ann").create(request).text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(api.as("ann").create("{\"name\":\"" + "가".repeat(101) + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void theInvitedAreNoMembersUntilTheyAccept() {
    String study = api.study();
    Answer invited = api.as("ann", study).add("ben", "{\"status\":\"INVITED\"}");
    assertThat(invited.at("member"))
        .isEqualTo(Map.of("userId", "ben", "role", "MEMBER", "status", "INVITED"));
    assertThat(api.as("ben").studies().text("studies.0.status")).isEqualTo("INVITED");
    assertThat(api.as("ben", study).status().status()).isEqualTo(403);
    assertThat(api.as("ann", study).change("ben", ACCEPT).text("code"))
        .as("for somebody else")
        .isEqualTo("PERMISSION_DENIED");

    assertThat(api.as("ben", study).change("ben", ACCEPT).text("member.status"))
        .isEqualTo("ACTIVE");
    assertThat(api.as("ben", study).status().status()).isEqualTo(200);
    assertThat(api.as("eve", study).change("eve", ACCEPT).text("code"))
        .isEqualTo("NOT_STUDY_MEMBER");
  }

  @Test
  void whoIsAddedHasToAcceptUnlessAddersAreTrusted() {
    StudiesApi strict = new StudiesApi(DYNAMO, clock, Map.of("TRUSTED_ADDERS", "false"));
    String study = strict.as("ann").create("{\"name\":\"a\"}").text("study.id");
    assertThat(strict.as("ann", study).add("ben", "{}").text("member.status")).isEqualTo("INVITED");
    assertThat(strict.as("ann", study).add("ben", "{\"status\":\"ACTIVE\"}").text("member.status"))
        .as("whatever the adder says")
        .isEqualTo("INVITED");
    assertThat(strict.as("ben", study).status().status()).isEqualTo(403);
    assertThat(strict.as("ben", study).change("ben", ACCEPT).status()).isEqualTo(200);
    assertThat(strict.as("ben", study).status().status()).isEqualTo(200);
    assertThat(strict.as("ann", study).add("ben", "{}").text("member.status")).isEqualTo("ACTIVE");
  }

  @Test
  void membersSeeTheirStudyAndWhoBelongsToIt() {
    String study = api.study("ben");
    api.as("ann", study).add("cat", "{\"status\":\"INVITED\"}");
    assertThat(api.as("cat", study).study().text("study.status")).isEqualTo("INVITED");
    assertThat(api.as("eve", study).study().status()).isEqualTo(403);
    Answer members = api.as("ben", study).members();
    assertThat((List<?>) members.at("members")).hasSize(3);
    assertThat(members.text("members.0.userId")).isEqualTo("ann");
    assertThat(members.text("members.2.status")).isEqualTo("INVITED");
    assertThat(api.as("cat", study).members().status()).isEqualTo(403);
    api.as("ben", study).remove("ben");
    assertThat((List<?>) api.as("ann", study).members().at("members")).hasSize(2);
  }

  @Test
  void anOwnerDeletesAStudyWithItsCall() {
    String study = api.study("ben");
    String session = api.as("ben", study).start().text("session.id");
    api.as("ben", study).join(session);
    assertThat(api.as("ben", study).delete().text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(api.as("ann", study).delete().status()).isEqualTo(200);
    assertThat(api.as("ann", study).study().status()).isEqualTo(403);
    assertThat((List<?>) api.as("ben").studies().at("studies")).isEmpty();
    assertThat(api.calls.findNow(study).orElseThrow().isOpen()).isFalse();
  }

  @Test
  void whoLeftComesBackOnlyIfAdded() {
    String study = api.study("ben");
    api.as("ben", study).remove("ben");

    assertThat((List<?>) api.as("ben").studies().at("studies")).isEmpty();
    assertThat(api.as("ben", study).change("ben", ACCEPT).status()).isEqualTo(403);
    assertThat(api.as("ann", study).remove("ben").status()).as("again").isEqualTo(404);
    assertThat(api.as("ann", study).add("ben", "{}").status()).isEqualTo(200);
    assertThat(api.as("ann", study).add("ben", "{}").status()).as("again").isEqualTo(200);
    assertThat(api.as("ann", study).add("ben", ADMIN).text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(api.as("ben", study).status().status()).isEqualTo(200);
  }

  @Test
  void adminsDecideAboutOrdinaryMembersOnly() {
    String study = api.study("ben", "cat");
    api.as("ann", study).change("ben", ADMIN);

    StudiesApi.As ben = api.as("ben", study);
    assertThat(ben.add("dan", "{}").status()).isEqualTo(200);
    assertThat(ben.add("eve", ADMIN).text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(ben.change("cat", ADMIN).text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(ben.remove("ann").text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(ben.remove("cat").status()).isEqualTo(200);
    assertThat(ben.remove("ben").status()).as("oneself").isEqualTo(200);
  }

  @Test
  void theLastOwnerStays() {
    String study = api.study("ben");
    StudiesApi.As ann = api.as("ann", study);
    assertThat(ann.remove("ann").text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(ann.change("ann", ADMIN).status()).isEqualTo(400);

    ann.change("ben", OWNER);
    assertThat(ann.remove("ann").status()).isEqualTo(200);
    assertThat(api.as("ben", study).remove("ben").status()).isEqualTo(400);
  }

  @Test
  void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
    for (int i = 0; i < 20; i++) {
      String study = api.study("ben");
      api.as("ann", study).change("ben", OWNER);
      List<Callable<Answer>> leaves =
          Stream.of("ann", "ben")
              .map(user -> (Callable<Answer>) () -> api.as(user, study).remove(user))
              .toList();
      try (var executor = Executors.newFixedThreadPool(2)) {
        List<Integer> statuses =
            executor.invokeAll(leaves).stream().map(MembersTest::statusOf).toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
      }
    }
  }

  @Test
  void aChangeOfAMemberIsARoleOrAnAcceptance() {
    String study = api.study("ben");
    StudiesApi.As ann = api.as("ann", study);

    assertThat(ann.change("ben", "{}").status()).isEqualTo(400);
    assertThat(ann.change("ben", "{\"role\":\"ADMIN\",\"status\":\"ACTIVE\"}").status())
        .isEqualTo(400);
    assertThat(ann.change("ben", "{\"role\":\"KING\"}").text("details.field")).isEqualTo("role");
    assertThat(ann.change("ben", "{\"status\":\"LEFT\"}").status()).isEqualTo(400);
    assertThat(ann.change("eve", ADMIN).status()).isEqualTo(404);
    assertThat(ann.add("eve", "{\"status\":\"LEFT\"}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "#study", " ", "a\u0000b", "가나다라마바사아자차카타파하가나다라마바사아"})
  void anIdThatNoUserHasIsRefused(String userId) {
    String study = api.study();

    assertThat(api.as("ann", study).add(userId, "{}").status()).isEqualTo(400);
  }

  private static int statusOf(Future<Answer> answer) {
    try {
      return answer.get().status();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
