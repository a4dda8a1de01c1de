package dev.moim.shared.wire.eventop;

import dev.moim.shared.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request of the calls family: one JSON object that names its operation.
 *
 * @param eventOp empty when the frame was no such object; it is answered with code 400
 * @param reqId what the client matches the reply by, echoed as it came; null when absent
 * @param fields the whole object, {@code eventOp} and {@code reqId} included
 */
public record EventOpRequest(String eventOp, @Nullable Object reqId, Fields fields) {

  public boolean malformed() {
    return eventOp.isEmpty();
  }
}
