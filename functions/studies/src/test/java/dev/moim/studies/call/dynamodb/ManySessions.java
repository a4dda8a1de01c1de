package dev.moim.studies.call.dynamodb;

import dev.moim.studies.User;
import dev.moim.studies.call.CallSession;
import dev.moim.studies.call.Roster;
import dev.moim.studies.call.StudyCall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A long history, written without holding its sessions: one an hour, of one minute each. */
public final class ManySessions {

  private static final int BATCH = 25;

  /** How many of the latest sessions can be found by date: the others nobody looks for. */
  private static final int DATED = 10_000;

  private static final int THREADS = 4;
  private static final User ANN = new User("ann", "김철수", null);

  private ManySessions() {}

  public static void write(
      DynamoDbClient dynamo, String table, String studyId, int sessions, Instant first)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> batches =
          IntStream.rangeClosed(0, (sessions + DATED - 1) / BATCH)
              .<Future<?>>mapToObj(batch ->
                  executor.submit(
                      () -> write(dynamo, table, items(studyId, sessions, first, batch))))
              .toList();
      for (Future<?> batch : batches) {
        batch.get();
      }
    }
    StudyCall last = session(studyId, sessions, first);
    dynamo.putItem(r -> r.tableName(table).item(CallItem.latest(last, 1)));
  }

  /** As many as one request takes. */
  private static List<Map<String, AttributeValue>> items(
      String studyId, int sessions, Instant first, int batch) {
    return IntStream.range(batch * BATCH, Math.min((batch + 1) * BATCH, sessions + DATED))
        .mapToObj(i ->
            i < sessions
                ? CallItem.past(session(studyId, i + 1, first))
                : byDate(session(studyId, i + 1 - DATED, first)))
        .toList();
  }

  private static Map<String, AttributeValue> byDate(StudyCall session) {
    return CallKeys.key(session.studyId(), CallKeys.startedAt(session.session()));
  }

  private static StudyCall session(String studyId, long number, Instant first) {
    Instant start = first.plus(Duration.ofHours(number - 1));
    CallSession session =
        CallSession.start(studyId, number - 1, ZoneId.of("Asia/Seoul"), ANN, start);
    return new StudyCall(session, Roster.EMPTY, Optional.empty(), 0)
        .join(ANN, start)
        .leave("ann", start.plusSeconds(60));
  }

  private static void write(
      DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> items) {
    List<WriteRequest> writes =
        items.stream()
            .map(item ->
                WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build())
            .toList();
    Stream.iterate(
            Map.of(table, writes),
            rest -> !rest.isEmpty(),
            rest -> dynamo.batchWriteItem(r -> r.requestItems(rest)).unprocessedItems())
        .forEach(written -> {});
  }
}
