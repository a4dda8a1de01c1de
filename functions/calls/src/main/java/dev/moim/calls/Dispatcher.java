package dev.moim.calls;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.eventop.EventOpRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the operation a request names, tells whom it concerns, and turns every failure into its
 * code.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Map<String, Operation> operations;
  private final Notices notices;

  public Dispatcher(Map<String, Operation> operations, Notices notices) {
    this.operations = operations;
    this.notices = notices;
  }

  /**
   * @return the reply, or empty when the operation succeeded and its document has no answer for it
   */
  public Optional<Map<String, @Nullable Object>> dispatch(Sender sender, EventOpRequest request) {
    try {
      Outcome outcome = operation(request).run(sender, request.fields());
      notices.send(outcome.notices());
      return outcome.reply().map(extra -> EventOpCodec.reply(request, "200", "ok", extra));
    } catch (DomainException refused) {
      return refusal(request, codeOf(refused), refused.getMessage(), retryAfter(refused));
    } catch (FieldException wrong) {
      return refusal(request, codeOf(wrong), wrong.getMessage(), Map.of());
    } catch (RuntimeException defect) {
      LOG.error("{} failed", request.eventOp(), defect);
      return refusal(request, CallError.SERVER_ERROR, CallError.SERVER_ERROR.message(), Map.of());
    }
  }

  private Operation operation(EventOpRequest request) {
    if (request.malformed()) {
      throw new DomainException(CallError.MALFORMED);
    }
    Operation operation = operations.get(request.eventOp());
    if (operation == null) {
      throw new DomainException(CallError.UNKNOWN_OPERATION);
    }
    return operation;
  }

  private static CallError codeOf(DomainException refused) {
    return switch (refused.code()) {
      case CallError error -> error;
      case MediaError _ -> CallError.MEDIA_SERVER_ERROR;
      default -> CallError.SERVER_ERROR;
    };
  }

  private static CallError codeOf(FieldException wrong) {
    return switch (wrong.problem()) {
      case MISSING -> CallError.MISSING_PARAMETER;
      case INVALID -> CallError.INVALID_PARAMETER;
    };
  }

  /** In whole seconds; less than one would invite the client back at once. */
  private static Map<String, Long> retryAfter(DomainException refused) {
    return refused
        .retryAfter()
        .map(wait -> Map.of("retryAfter", Math.max(1, wait.plusMillis(999).toSeconds())))
        .orElse(Map.of());
  }

  private static Optional<Map<String, @Nullable Object>> refusal(
      EventOpRequest request, CallError error, String message, Map<String, Long> more) {
    LOG.info("{} refused: {}", request.eventOp(), error);
    return Optional.of(EventOpCodec.reply(request, error.code(), message, more));
  }
}
