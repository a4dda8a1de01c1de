package dev.moim.shared.sockets.stomp;

import dev.moim.shared.sockets.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a family says over STOMP where the protocol leaves it to the server. */
public interface StompStyle {

  /** The JSON body of an {@code ERROR}; the refusal's message is a header as well. */
  Map<String, ? extends @Nullable Object> error(Refusal refusal);
}
