package dev.moim.calls.websocket;

import dev.moim.calls.CallErrors;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Refusal;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.eventop.EventOpRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what became of a request as the document's reply to it. */
final class Replies {

  private static final CallErrors ERRORS = new CallErrors();

  private Replies() {}

  /**
   * @return empty when the operation succeeded and its document has no answer for it
   */
  static Optional<Map<String, @Nullable Object>> reply(EventOpRequest request, Answer answer) {
    return switch (answer) {
      case Answer.Done(var fields) -> fields.map(extra -> done(request, extra));
      case Answer.Refused(Refusal refusal) -> Optional.of(refused(request, refusal));
    };
  }

  static Map<String, @Nullable Object> done(
      EventOpRequest request, Map<String, ? extends @Nullable Object> fields) {
    return EventOpCodec.reply(request, "200", "ok", fields);
  }

  private static Map<String, @Nullable Object> refused(EventOpRequest request, Refusal refusal) {
    return EventOpCodec.reply(
        request, ERRORS.own(refusal.code()).code(), refusal.message(), retryAfter(refusal));
  }

  /** In whole seconds; less than one would invite the client back at once. */
  private static Map<String, Long> retryAfter(Refusal refusal) {
    return refusal
        .retryAfter()
        .map(wait -> Map.of("retryAfter", Math.max(1, wait.plusMillis(999).toSeconds())))
        .orElse(Map.of());
  }
}
