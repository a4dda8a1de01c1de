package dev.moim.studies.call.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.Calls.Started;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCallsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("StudyCallsTable");

  private static final Instant START = Instant.parse("2100-01-31T16:00:00Z"); // 02-01 in Seoul
  private static final User ANN = new User("ann", "김철수", null);
  private static final User BEN = new User("ben.b-1", "이영희", "https://example.com/ben.png");

  private DynamoCalls calls;

  @BeforeEach
  void setUp() {
    calls = new DynamoCalls(DYNAMO.client(), DYNAMO.table("StudyCallsTable"));
  }

  @Test
  void storesAndReadsASessionUnchanged() {
    StudyCall call = start(ANN);
    calls.change(call, seen -> seen.enter(BEN, new PeerSocket("s1", "c1="), at(1)));
    Change change =
        calls
            .change(
                "study",
                seen ->
                    seen.join(ANN, at(2)).toggle(BEN.id(), MediaState.SCREEN_SHARED, true, at(3)))
            .orElseThrow();

    assertThat(calls.findNow("study")).contains(change.after());
    assertThat(change.after().roster().byUserId()).containsOnlyKeys("ann", "ben.b-1");
    assertThat(change.after().rev()).isEqualTo(3);
    assertThat(calls.openStudies()).containsExactly("study");
  }

  @Test
  void theLastLeaveEndsItInOneRequest() {
    StudyCall inside = calls.change(start(ANN), seen -> seen.join(ANN, at(0))).after();
    DYNAMO.counter().reset();

    Change change = calls.change(inside, seen -> seen.leave("ann", at(90)));

    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("TransactWriteItems", 1));
    assertThat(change.ended()).isTrue();
    assertThat(calls.findNow("study")).contains(change.after());
    assertThat(calls.openStudies()).isEmpty();
    assertThat(item("day#2100-02-01")).containsEntry("seconds", "90").containsEntry("c:ann", "1");
    assertThat(item("month#2100-02")).containsEntry("d:01", "1").containsEntry("n:ann", "김철수");
    assertThat(item("user#ann")).containsEntry("sessions", "1").containsEntry("seconds", "90");
  }

  @Test
  void aSessionNobodyJoinedLeavesNothing() {
    StudyCall call = start(ANN);

    Change change = calls.change(call, seen -> seen.expireAll(at(301)));

    assertThat(change.ended()).isTrue();
    assertThat(count()).as("items of the study").isEqualTo(1);
    assertThat(start(BEN).session().number()).isEqualTo(1);
  }

  @Test
  void oneOfFiftyConcurrentStartsOpensASession() throws Exception {
    List<Started> started = atOnce(50, i -> () -> startedBy(new User("u" + i, "", null)));

    assertThat(started).filteredOn(Started::isNew).hasSize(1);
    assertThat(started)
        .extracting(one -> one.call().session().id())
        .containsOnly(started.getFirst().call().session().id());
  }

  @Test
  void fiftyConcurrentParticipantsEndTheSessionOnce() throws Exception {
    start(ANN);
    atOnce(50, i -> () -> calls.change("study", seen -> seen.join(user(i), at(i))));
    assertThat(calls.findNow("study").orElseThrow().inside()).hasSize(50);

    List<Optional<Change>> left =
        atOnce(50, i -> () -> calls.change("study", seen -> seen.leave(user(i).id(), at(100))));

    assertThat(left)
        .filteredOn(change -> change.orElseThrow().after().isOpen())
        .hasSizeLessThan(50);
    assertThat(calls.findNow("study").orElseThrow().isOpen()).isFalse();
    assertThat(item("day#2100-02-01"))
        .containsEntry("sessions", "1")
        .containsEntry("participants", "50");
  }

  @Test
  void aLostAnswerOfDynamoDbIsNoSecondChange() {
    DYNAMO.faults().loseAnswer("PutItem", 1);
    Started started = startedBy(ANN);
    assertThat(started.isNew()).isTrue();

    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    calls.change(started.call(), seen -> seen.join(ANN, at(0)));
    assertThat(calls.findNow("study").orElseThrow().inside()).hasSize(1);

    DYNAMO.faults().loseAnswer("TransactWriteItems", 1);
    calls.change("study", seen -> seen.leave("ann", at(10)));
    assertThat(item("day#2100-02-01"))
        .containsEntry("sessions", "1")
        .containsEntry("seconds", "10");
  }

  @Test
  void endingRetriesAfterATransactionConflict() {
    StudyCall inside = calls.change(start(ANN), seen -> seen.join(ANN, at(0))).after();
    DYNAMO.faults().conflict(4); // more often than the SDK tries

    assertThat(calls.change(inside, seen -> seen.leave("ann", at(10))).ended()).isTrue();
  }

  @Test
  void joiningWhileTheLastOneLeavesKeepsTheSessionOpen() {
    StudyCall alone = calls.change(start(ANN), seen -> seen.join(ANN, at(0))).after();
    calls.change(alone, seen -> seen.join(BEN, at(5)));

    Change change = calls.change(alone, seen -> seen.leave("ann", at(10)));

    assertThat(change.ended()).isFalse();
    assertThat(change.after().inside()).extracting(in -> in.user().id()).containsExactly(BEN.id());
  }

  private StudyCall start(User user) {
    return startedBy(user).call();
  }

  private Started startedBy(User user) {
    return calls.start(
        calls.findNow("study"),
        latest ->
            latest
                .map(last -> last.next(user, START))
                .orElseGet(() -> StudyCall.start("study", ZoneId.of("Asia/Seoul"), user, START)));
  }

  private static User user(int number) {
    return new User("u" + number, "", null);
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private Map<String, String> item(String sortKey) {
    Map<String, String> texts = new java.util.HashMap<>();
    DYNAMO
        .client()
        .getItem(r ->
            r.tableName(DYNAMO.table("StudyCallsTable"))
                .key(CallKeys.key("study", new SortKey(sortKey))))
        .item()
        .forEach((name, value) -> texts.put(name, value.n() == null ? value.s() : value.n()));
    return texts;
  }

  private int count() {
    return DYNAMO.client().scan(r -> r.tableName(DYNAMO.table("StudyCallsTable"))).count();
  }

  private static <T> List<T> atOnce(int times, IntFunction<Callable<T>> task) throws Exception {
    List<T> results = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(times)) {
      for (Future<T> done : executor.invokeAll(IntStream.range(0, times).mapToObj(task).toList())) {
        results.add(done.get());
      }
    }
    return results;
  }
}
