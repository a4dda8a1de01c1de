package dev.moim.studies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import dev.moim.studies.StudiesApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document's endpoints, in the order its front end calls them. */
class StudiesScenarioTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final String RUNNING = "이미 진행 중인 화상회의가 있습니다.";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @Test
  void aCallFromItsStartToItsHistory() {
    String study = api.study("ben");
    assertThat(api.as("ben", study).status().body()).containsEntry("session", null);

    Answer started = api.as("ann", study).start();
    String id = started.text("session.id");
    assertThat(started.body()).doesNotContainKey("message");
    assertThat(started.text("session.roomId")).isEqualTo("study-" + study + "-main");
    assertThat(started.text("session.starter.name")).isEqualTo("김ann");
    assertThat(api.as("ben", study).start().body()).containsEntry("message", RUNNING);

    Answer joined = api.as("ann", study).join(id);
    assertThat(joined.at("participant.duration")).isNull();
    assertThat(joined.text("iceServers.0.urls.0")).isEqualTo("stun:stun.example.com:3478");
    assertThat(joined.body()).as("no media server").doesNotContainKey("media");
    clock.advance(Duration.ofMinutes(4));
    api.as("ben", study).join(id);
    Answer status = api.as("ben", study).status();
    assertThat(status.at("session.onlineCount")).as("sockets").isEqualTo(0);
    assertThat(status.text("session.participants.1.userId")).isEqualTo("ben");

    clock.advance(Duration.ofMinutes(8));
    assertThat(api.as("ben", study).leave(id).body()).containsEntry("success", true);
    assertThat(api.as("ann", study).leave(id).body()).containsEntry("success", true);

    assertThat(api.as("ben", study).status().body()).containsEntry("session", null);
    Answer page = api.as("ben", study).history();
    assertThat(page.at("sessions.0.duration")).isEqualTo(720);
    assertThat(page.at("sessions.0.participants.1.duration")).isEqualTo(480);
    assertThat(page.text("sessions.0.endedAt")).isEqualTo("2100-01-31T09:12:00.000Z");
    assertThat(page.at("pagination.total")).isEqualTo(1);
    Answer details = api.as("ben", study).details(id);
    assertThat(details.at("session.participants.0.duration")).isEqualTo(720);
  }

  @Test
  void leavingTwiceIsNoErrorButLeavingWithoutJoiningIs() {
    String study = api.study("ben");
    String id = api.session(study, Duration.ofSeconds(5));
    assertThat(api.as("ann", study).leave(id).status()).as("the session is over").isEqualTo(200);
    assertThat(api.as("ben", study).leave(id).text("code")).isEqualTo("PARTICIPANT_NOT_FOUND");

    String next = api.session(study, Duration.ofSeconds(5), "ben");
    assertThat(api.as("ann", study).leave(id).status()).as("an earlier one").isEqualTo(200);
    assertThat(api.as("ben", study).leave(next).status()).isEqualTo(200);
    assertThat(api.as("ben", study).leave("clxxx").status()).isEqualTo(404);
  }

  @Test
  void onlyTheOpenSessionCanBeJoined() {
    String study = api.study("ben");
    Answer none = api.as("ben", study).join("clxxx");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text("code")).isEqualTo("SESSION_NOT_FOUND");

    String id = api.session(study, Duration.ofSeconds(5));
    assertThat(api.as("ben", study).join(id).text("code")).isEqualTo("SESSION_ENDED");
    String open = api.as("ann", study).start().text("session.id");
    assertThat(api.as("ben", study).join(id).text("code")).isEqualTo("SESSION_ENDED");
    assertThat(api.as("ben", study).join("clxxx").text("code")).isEqualTo("SESSION_NOT_FOUND");
    assertThat(api.as("ben", study).details("clxxx").status()).isEqualTo(404);
    assertThat(api.as("ben", study).details(open).at("session.endedAt")).isNull();
  }

  @Test
  void errorsHaveTheDocumentedForm() {
    String study = api.study();

    Answer nobody = api.as("", study).status();
    assertThat(nobody.body()).containsEntry("error", "인증이 필요합니다.");
    assertThat(nobody.text("code")).isEqualTo("AUTH_REQUIRED");
    assertThat(api.as("eve", study).status().text("code")).isEqualTo("NOT_STUDY_MEMBER");
    assertThat(api.as("ann", "x".repeat(3_000)).status().status()).isEqualTo(403);
    Answer empty =
        api.as("ann", study).send("POST /api/my-studies/{studyId}/video-call/join", "{}");
    assertThat(empty.text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(empty.text("details.field")).isEqualTo("sessionId");
    assertThat(
            api.as("ann", study)
                .send("POST /api/my-studies/{studyId}/video-call/leave", "[")
                .status())
        .isEqualTo(400);
  }

  @Test
  void anInternalErrorShowsNothingOfItsCause() {
    String study = api.study();
    DYNAMO.faults().fail("BatchGetItem", 1, () -> new IllegalStateException("no table"));

    Answer failed = api.as("ann", study).status();

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.text("code")).isEqualTo("SERVER_ERROR");
    assertThat(failed.text("error")).doesNotContain("table");
  }

  @Test
  void fiftyConcurrentStartsGetOneSession() throws Exception {
    String[] members = IntStream.range(0, 49).mapToObj(i -> "u" + i).toArray(String[]::new);
    String study = api.study(members);
    List<Callable<Answer>> starts = new ArrayList<>(List.of(() -> api.as("ann", study).start()));
    for (String member : members) {
      starts.add(() -> api.as(member, study).start());
    }

    List<Answer> answers = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(50)) {
      for (Future<Answer> done : executor.invokeAll(starts)) {
        answers.add(done.get());
      }
    }

    assertThat(answers)
        .extracting(answer -> answer.text("session.id"))
        .containsOnly(answers.getFirst().text("session.id"));
    assertThat(answers)
        .filteredOn(answer -> RUNNING.equals(answer.body().get("message")))
        .hasSize(49);
  }

  @Test
  void joiningGivesATokenForTheMediaServersRoom() {
    StudiesApi withMedia =
        new StudiesApi(
            DYNAMO,
            clock,
            Map.of(
                "LIVEKIT_SECRET",
                "{\"url\":\"wss://media.example.com/\",\"apiKey\":\"key\",\"apiSecret\":\"secret\"}"));
    String study = withMedia.study();
    String id = withMedia.as("ann", study).start().text("session.id");

    Answer joined = withMedia.as("ann", study).join(id);

    assertThat(joined.text("media.url")).isEqualTo("wss://media.example.com");
    String token = joined.text("media.token");
    assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
    assertThat(Json.readObject(claims))
        .as("whoever is removed has no use of it later")
        .containsEntry("exp", clock.instant().plus(Duration.ofMinutes(10)).getEpochSecond());
  }
}
