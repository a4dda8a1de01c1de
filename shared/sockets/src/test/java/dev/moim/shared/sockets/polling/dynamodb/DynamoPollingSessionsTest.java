package dev.moim.shared.sockets.polling.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoPollingSessionsTest {

  private static final String TABLE = "HandshakesTable";

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(TABLE);

  private static final int MANY = 20;

  /** In the future of any real clock: DynamoDB Local deletes what has expired by the real one. */
  private final SessionId session = SessionId.issue(Instant.parse("2100-01-01T00:00:00Z"));

  private DynamoPollingSessions sessions;

  @BeforeEach
  void setUp() {
    sessions = new DynamoPollingSessions(DYNAMO.client(), DYNAMO.table(TABLE));
  }

  @Test
  void whatWaitsIsTakenOnceByTheSocketThatHasTheSession() {
    assertThat(sessions.keep(session, List.of("40", "40/a,"))).isTrue();
    assertThat(sessions.claim(session, "c1")).isTrue();
    assertThat(sessions.keep(session, List.of("40/b,")))
        .as("its socket is not in use yet")
        .isTrue();

    assertThat(sessions.take(session, "c2")).isEmpty();
    assertThat(sessions.take(session, "c1").orElseThrow())
        .containsExactlyInAnyOrder("40", "40/a,", "40/b,");
    assertThat(sessions.take(session, "c1")).isEmpty();
    assertThat(sessions.keep(session, List.of("40/c,"))).isFalse();
  }

  @Test
  void aSocketMayHaveNothingWaiting() {
    sessions.claim(session, "c1");
    assertThat(sessions.take(session, "c1")).contains(List.of());
  }

  @Test
  void nobodyTakesFromASessionWithoutASocket() {
    sessions.keep(session, List.of("40"));
    assertThat(sessions.take(session, "c1")).isEmpty();
    assertThat(sessions.take(SessionId.issue(Instant.EPOCH), "c1")).isEmpty();
  }

  @Test
  void nothingStaysOfWhatWasAnswered() {
    sessions.keep(session, List.of("40{\"token\":\"secret\"}"));
    sessions.claim(session, "c1");
    sessions.take(session, "c1");
    assertThat(sessions.isAnswered(session)).isFalse();
    sessions.answered(session);
    assertThat(sessions.isAnswered(session)).isTrue();
    assertThat(item().toString()).doesNotContain("secret");
    assertThat(sessions.claim(session, "c2")).as("it stays the first one's").isFalse();
    assertThat(sessions.take(session, "c1")).isEmpty();
  }

  @Test
  void fewPacketsWait() {
    assertThat(sessions.keep(session, List.of("1", "2", "3", "4"))).isTrue();
    assertThat(sessions.keep(session, List.of("5"))).isFalse();
  }

  @Test
  void itIsGoneTwoMinutesAfterItBegan() {
    sessions.claim(session, "c1");
    assertThat(item().get("expiresAt").n())
        .isEqualTo("" + session.issuedAt().plusSeconds(120).getEpochSecond());
  }

  @Test
  void aRepetitionOfAWriteWhoseAnswerWasLostChangesNothing() {
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    assertThat(sessions.keep(session, List.of("1", "2", "3"))).isTrue();
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    assertThat(sessions.claim(session, "c1")).isTrue();
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    assertThat(sessions.take(session, "c1").orElseThrow()).hasSize(3);
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    sessions.answered(session);
    assertThat(sessions.isAnswered(session)).isTrue();
  }

  @Test
  void ofManySocketsOneGetsTheSessionAndOfManyFramesOneWhatWaits() throws Exception {
    sessions.keep(session, List.of("40"));
    List<Boolean> claims =
        atOnce(IntStream.range(0, MANY).mapToObj(n -> () -> sessions.claim(session, "c" + n)));
    assertThat(claims).containsOnlyOnce(true).hasSize(MANY);
    String winner = "c" + claims.indexOf(true);
    List<Optional<List<String>>> taken =
        atOnce(IntStream.range(0, MANY).mapToObj(n -> () -> sessions.take(session, winner)));
    assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(List.of("40")));
  }

  /** Either what is kept is taken, or its client is told that it is not kept. */
  @Test
  void nothingIsKeptThatNobodyTakes() throws Exception {
    for (int round = 0; round < DYNAMO.rounds(20); round++) {
      SessionId one = SessionId.issue(session.issuedAt());
      sessions.claim(one, "c1");
      List<Object> outcome =
          atOnce(
              Stream.<Callable<Object>>of(
                  () -> sessions.keep(one, List.of("40")), () -> sessions.take(one, "c1")));
      List<String> expected = outcome.getFirst().equals(true) ? List.of("40") : List.of();
      assertThat(outcome.getLast()).isEqualTo(Optional.of(expected));
    }
  }

  @Test
  void aHandshakeIsFourWritesOfOneUnitAndOneRead() {
    sessions.keep(session, List.of("40{\"token\":\"" + "x".repeat(600) + "\"}"));
    sessions.claim(session, "c1");
    sessions.take(session, "c1");
    sessions.answered(session);
    sessions.isAnswered(session);
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("UpdateItem", 4, "GetItem", 1));
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(4);
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(1);
  }

  private Map<String, AttributeValue> item() {
    var key = Map.of("id", AttributeValue.fromS(session.text()));
    return DYNAMO.client().getItem(r -> r.tableName(DYNAMO.table(TABLE)).key(key)).item();
  }

  private static <T> List<T> atOnce(Stream<Callable<T>> calls) throws Exception {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> result : threads.invokeAll(calls.toList())) {
        results.add(result.get());
      }
    }
    return results;
  }
}
