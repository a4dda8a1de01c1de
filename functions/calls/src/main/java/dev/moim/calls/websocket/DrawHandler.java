package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** {@code drawing}: see {@link dev.moim.calls.relay.Drawing}. */
@Examples("drawing")
public final class DrawHandler extends EventOpEndpoint {
  public DrawHandler() {
    super(Reply.POSTED);
  }
}
