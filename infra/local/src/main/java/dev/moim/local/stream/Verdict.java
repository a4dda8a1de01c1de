package dev.moim.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.function.Outcome;

/** What came of an invocation with a batch. */
sealed interface Verdict {

  /** The records up to an index are handled, all if that is the batch's size. */
  record Handled(int count) implements Verdict {}

  /** The function failed, or ran out of time. */
  record Threw() implements Verdict {}

  /** The function was not called. */
  record Refused() implements Verdict {}

  /** The runtime ends. */
  record Stopped() implements Verdict {}

  /**
   * @param reports whether the function's answer says where to begin again
   */
  static Verdict of(Outcome outcome, Batch batch, boolean reports) {
    return switch (outcome) {
      case Outcome.Failure(String type, String _) when type.equals("Stopped") -> new Stopped();
      case Outcome.Failure(String type, String _) when type.equals("TooManyRequestsException") ->
          new Refused();
      case Outcome.Failure _ -> new Threw();
      case Outcome.Answer(String json) ->
          new Handled(reports ? handled(json, batch) : batch.size());
    };
  }

  /**
   * Of several records the one that was written first counts; what is none of the batch, as all.
   */
  private static int handled(String answer, Batch batch) {
    int handled = batch.size();
    JsonNode failures =
        Json.parse(answer).map(json -> json.path("batchItemFailures")).orElse(Json.object());
    if (failures.isArray()) {
      for (JsonNode failure : failures) {
        int index = batch.numbers().indexOf(failure.path("itemIdentifier").asText(""));
        handled = Math.min(handled, Math.max(index, 0));
      }
    }
    return handled;
  }
}
