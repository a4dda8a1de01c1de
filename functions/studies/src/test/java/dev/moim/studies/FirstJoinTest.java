package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.StudiesApi.Answer;
import dev.moim.studies.call.CallParticipant;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment in which the first to join opens the session. */
class FirstJoinTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final Map<String, String> STARTING = Map.of("JOIN_STARTS_CALL", "true");
  private static final int AT_ONCE = 8;

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, STARTING);
  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO, STARTING);
  }

  @Test
  void theFirstRequestOpensTheSessionAndTheNextFindsIt() {
    String study = api.study("ben");
    Answer first = api.as("ben", study).join();
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("participant.user.id")).isEqualTo("ben");
    String session = api.as("ann", study).status().text("session.id");
    assertThat(api.as("ann", study).status().text("session.starter.id")).isEqualTo("ben");
    assertThat(api.as("ann", study).join().status()).isEqualTo(200);
    assertThat(api.as("ann", study).start().text("session.id")).isEqualTo(session);
    assertThat((List<?>) api.as("ann", study).status().at("session.participants")).hasSize(2);
  }

  @Test
  void afterTheEndTheNextJoinOpensAnother() {
    String study = api.study();
    api.as("ann", study).join();
    String first = api.as("ann", study).status().text("session.id");
    clock.advance(Duration.ofMinutes(5));
    api.as("ann", study).leave(first);
    assertThat(api.as("ann", study).join().status()).isEqualTo(200);
    assertThat(api.as("ann", study).status().text("session.id")).isNotEqualTo(first);
    assertThat(api.as("ann", study).history().text("pagination.total")).isEqualTo("1");
  }

  @Test
  void whoNamesASessionJoinsThatOneOrNone() {
    String study = api.study();
    String past = api.session(study, Duration.ofMinutes(1));
    assertThat(api.as("ann", study).join(past).text("code")).isEqualTo("SESSION_ENDED");
    assertThat(api.as("ann", study).join("unknown").text("code")).isEqualTo("SESSION_NOT_FOUND");
    assertThat(api.as("ann", study).status().at("session")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eve", "cat"})
  void whoMayNotStartOneOpensNoneByJoining(String refused) {
    String study = api.study();
    api.as("ann", study).add("cat", "{\"status\":\"INVITED\"}");
    Answer start = api.as(refused, study).start();
    Answer join = api.as(refused, study).join();
    assertThat(join.status()).isEqualTo(start.status()).isEqualTo(403);
    assertThat(join.text("code")).isEqualTo(start.text("code"));
    assertThat(api.as("ann", study).status().at("session")).isNull();
  }

  @Test
  void ofManyWhoComeFirstOneOpensIt() throws Exception {
    String[] members = IntStream.range(0, AT_ONCE).mapToObj(n -> "m" + n).toArray(String[]::new);
    for (int round = 0; round < 5; round++) {
      String study = api.study(members);
      List<Callable<Answer>> joins = new ArrayList<>();
      for (String member : members) {
        joins.add(() -> api.as(member, study).join());
      }
      try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
        for (var joined : executor.invokeAll(joins)) {
          assertThat(joined.get().status()).as(joined.get().body().toString()).isEqualTo(200);
        }
      }
      Answer status = api.as("ann", study).status();
      assertThat((List<?>) status.at("session.participants")).hasSize(AT_ONCE);
      api.calls.findNow(study).ifPresent(call -> assertThat(call.session().number()).isOne());
    }
  }

  @Test
  void theFirstSocketOpensItAndWhoeverLooksAtTheStudyHearsOfIt() {
    SocketClient cat = world.user("cat");
    cat.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    cat.take();
    SocketClient ann = world.user("ann").join();
    assertThat(ann.only().event()).isEqualTo("video:room-state");
    assertThat(world.call().session().startedBy().id()).isEqualTo("ann");
    Received told = cat.only();
    assertThat(told.event()).isEqualTo("video:started");
    assertThat(told.data())
        .extractingByKey("session")
        .asString()
        .contains(world.call().session().id());
    SocketClient ben = world.user("ben").join();
    assertThat(ben.only().data()).extractingByKey("participants").asString().contains("ann");
  }

  @Test
  void aSocketOfNoMemberOpensNone() {
    world.member("dan", Role.MEMBER, Status.INVITED);
    for (SocketClient refused : List.of(world.stranger("eve"), world.stranger("dan"))) {
      refused.join();
      assertThat(refused.only().data()).containsEntry("code", "NOT_STUDY_MEMBER");
    }
    assertThat(world.findCall()).isEmpty();
  }

  @Test
  void ofManySocketsThatComeFirstOneOpensIt() throws Exception {
    List<SocketClient> clients =
        IntStream.range(0, AT_ONCE).mapToObj(n -> world.user("s" + n)).toList();
    List<Callable<SocketClient>> joins = new ArrayList<>();
    clients.forEach(client -> joins.add(client::join));
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var joined : executor.invokeAll(joins)) {
        joined.get();
      }
    }
    Set<String> inside = new HashSet<>();
    world.call().inside().stream().map(CallParticipant::user).map(User::id).forEach(inside::add);
    assertThat(inside).hasSize(AT_ONCE);
    assertThat(world.call().session().number()).isOne();
  }

  @Test
  void elsewhereASessionHasToBeStartedAndNamed() {
    StudiesApi strict = new StudiesApi(DYNAMO, clock, Map.of());
    String study = strict.study();
    Answer refused = strict.as("ann", study).join();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo("sessionId");
    SocketClient ann = new SocketWorld(DYNAMO).user("ann").join();
    assertThat(ann.only().data()).containsEntry("code", "SESSION_NOT_FOUND");
  }

  @Test
  void openingCostsTwoRequestsMore() {
    String study = api.study("ben");
    DYNAMO.counter().reset();
    api.as("ann", study).join();
    assertThat(DYNAMO.counter().byOperation())
        .isEqualTo(Map.of("BatchGetItem", 2, "PutItem", 1, "UpdateItem", 1));
    DYNAMO.counter().reset();
    api.as("ben", study).join();
    assertThat(DYNAMO.counter().byOperation())
        .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1));
  }
}
