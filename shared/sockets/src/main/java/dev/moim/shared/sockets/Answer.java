package dev.moim.shared.sockets;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface Answer {

  /**
   * @param reply empty where the document has no answer to success
   */
  record Done(Optional<Map<String, @Nullable Object>> reply) implements Answer {}

  record Refused(Refusal refusal) implements Answer {}
}
