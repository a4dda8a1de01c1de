package dev.moim.studies.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.User;
import dev.moim.studies.call.CallModel.Past;
import dev.moim.studies.call.CallModel.Times;
import dev.moim.studies.call.dynamodb.DynamoCalls;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.history.CallHistory.SessionNumbers;
import dev.moim.studies.history.DateRange;
import dev.moim.studies.history.Rollup;
import dev.moim.studies.history.UserTotals;
import dev.moim.studies.history.dynamodb.DynamoCallHistory;
import dev.moim.studies.history.dynamodb.DynamoRollups;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever five members do in whatever order, history and rollups are what a plain model says. */
class CallModelTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  /** As many as fit into a minute; {@code -Dmoim.interleavings=1000} plays more. */
  private static final int INTERLEAVINGS = Integer.getInteger("moim.interleavings", 250);

  private static final int MOVES = 25;
  private static final int DISTURBED = 100;
  private static final int THREADS = 8;

  private DynamoCalls calls;
  private DynamoCallHistory history;
  private DynamoRollups rollups;

  @BeforeEach
  void setUp() {
    String table = DYNAMO.table("StudyCallsTable");
    calls = new DynamoCalls(DYNAMO.client(), table);
    history = new DynamoCallHistory(DYNAMO.client(), table);
    rollups =
        new DynamoRollups(DYNAMO.client(), new StudyTables(DYNAMO.table("GroupsTable"), table));
  }

  @Tag("slow")
  @Test
  void interleavingsMatchTheModel() throws Exception {
    List<Callable<Integer>> runs =
        IntStream.range(0, INTERLEAVINGS)
            .mapToObj(seed -> (Callable<Integer>) () -> play(seed, false))
            .toList();
    int sessions = 0;
    try (var executor = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Integer> run : executor.invokeAll(runs)) {
        sessions += run.get();
      }
    }
    assertThat(sessions).as("sessions in all").isGreaterThan(INTERLEAVINGS);
    assertThat(calls.openStudies()).isEmpty();
  }

  @Tag("slow")
  @Test
  void interleavingsWithFailingRequestsMatchTheModel() {
    for (int seed = 0; seed < DISTURBED; seed++) {
      play(INTERLEAVINGS + seed, true);
    }
    assertThat(calls.openStudies()).isEmpty();
  }

  private int play(int seed, boolean disturbed) {
    String study = "study-" + seed;
    RandomCalls members = new RandomCalls(calls, study, seed);
    Random faults = new Random(seed);
    members.begin();
    for (int i = 0; i < MOVES; i++) {
      if (disturbed) {
        disturb(DYNAMO.faults(), faults);
      }
      members.step();
    }
    DYNAMO.faults().reset();
    members.settle();

    List<Past> expected = members.model.past;
    assertThat(members.model.isOpen()).isFalse();
    assertThat(calls.findNow(study).filter(StudyCall::isOpen)).as("seed %d", seed).isEmpty();
    assertThat(RandomCalls.asPast(history.between(study, new SessionNumbers(1, 1_000)).reversed()))
        .as("seed %d", seed)
        .isEqualTo(expected);
    assertRollups(study, expected);
    return expected.size();
  }

  /** A request that dies before it is made, or after, or meets somebody else's transaction. */
  private static void disturb(Faults faults, Random random) {
    faults.reset();
    String operation =
        List.of("UpdateItem", "TransactWriteItems", "PutItem").get(random.nextInt(3));
    switch (random.nextInt(4)) {
      case 0 -> faults.fail(operation, 1, () -> new IllegalStateException("died before"));
      case 1 -> faults.loseAnswer(operation, 1);
      case 2 -> faults.loseAnswer(operation, 3); // more than the SDK repeats: it died after
      default -> faults.conflict(1 + random.nextInt(5));
    }
  }

  private void assertRollups(String study, List<Past> expected) {
    LocalDate day = LocalDate.parse("2100-01-31");
    List<Rollup> days = rollups.ofDays(study, new DateRange(day, day.plusDays(2)));
    assertThat(days.stream().mapToLong(rollup -> rollup.totals().sessions()).sum())
        .isEqualTo(expected.size());
    assertThat(days.stream().mapToLong(rollup -> rollup.totals().seconds()).sum())
        .isEqualTo(expected.stream().mapToLong(past -> past.end() - past.start()).sum());
    for (int i = 0; i < 5; i++) {
      String user = "u" + i;
      UserTotals totals =
          rollups.ofUser(study, new User(user, "", null), user).totals().orElse(null);
      assertThat(totals == null ? 0 : totals.seconds())
          .isEqualTo(total(expected, user, Times::inside));
      assertThat(totals == null ? 0 : totals.seconds(MediaState.AUDIO_MUTED))
          .isEqualTo(total(expected, user, times -> of(times, MediaState.AUDIO_MUTED)));
      assertThat(totals == null ? 0 : totals.seconds(MediaState.SCREEN_SHARED))
          .isEqualTo(total(expected, user, times -> of(times, MediaState.SCREEN_SHARED)));
    }
  }

  private static long total(List<Past> sessions, String user, ToIntFunction<Times> part) {
    return sessions.stream()
        .filter(past -> past.users().containsKey(user))
        .mapToLong(past -> part.applyAsInt(past.users().get(user)))
        .sum();
  }

  private static int of(Times times, MediaState kind) {
    return times.switches().getOrDefault(kind, 0);
  }
}
