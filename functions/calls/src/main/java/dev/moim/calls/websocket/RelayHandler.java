package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** {@code sdp}, {@code candidate}: see {@link dev.moim.calls.relay.Relay}. */
@Examples({"candidate", "sdp"})
public final class RelayHandler extends EventOpEndpoint {
  public RelayHandler() {
    super(Reply.POSTED);
  }
}
