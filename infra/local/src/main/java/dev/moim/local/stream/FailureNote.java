package dev.moim.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.template.Deployment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What Lambda tells a queue about records it gave up: where they stand in the stream, not what they
 * were.
 */
final class FailureNote {

  static final String EXHAUSTED = "RetryAttemptsExhausted";
  static final String TOO_OLD = "MaximumRecordAgeExceeded";

  private FailureNote() {}

  /**
   * @param function its physical name
   * @param condition why they were given up
   * @param threw whether the function itself failed the last time, rather than say what had
   */
  static ObjectNode of(
      String function, Shard shard, Batch batch, String condition, boolean threw, Instant now) {
    ObjectNode note = Json.object();
    note.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put(
            "functionArn",
            "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Deployment.REGION, Deployment.ACCOUNT, function))
        .put("condition", condition)
        .put("approximateInvokeCount", batch.invocations());
    if (batch.invocations() > 0) {
      note.set("responseContext", response(threw));
    }
    note.put("version", "1.0").put("timestamp", Timestamps.iso(now));
    note.set("DDBStreamBatchInfo", place(shard, batch));
    return note;
  }

  private static ObjectNode response(boolean threw) {
    ObjectNode response = Json.object().put("statusCode", 200).put("executedVersion", "$LATEST");
    return threw ? response.put("functionError", "Unhandled") : response;
  }

  private static ObjectNode place(Shard shard, Batch batch) {
    Entry first = batch.entries().getFirst();
    Entry last = batch.entries().getLast();
    return Json.object()
        .put("shardId", shard.id())
        .put("startSequenceNumber", first.number())
        .put("endSequenceNumber", last.number())
        .put("approximateArrivalOfFirstRecord", arrival(first))
        .put("approximateArrivalOfLastRecord", arrival(last))
        .put("batchSize", batch.size())
        .put("streamArn", StreamEvents.arn(shard.stream()));
  }

  private static String arrival(Entry entry) {
    return entry.written().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
