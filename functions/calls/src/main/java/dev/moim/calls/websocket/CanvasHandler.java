package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** {@code reqCanvasImage}, {@code updateImage}: see {@link dev.moim.calls.relay.CanvasImage}. */
@Examples({"reqCanvasImage", "updateImage"})
public final class CanvasHandler extends EventOpEndpoint {
  public CanvasHandler() {
    super(Reply.RETURNED);
  }
}
