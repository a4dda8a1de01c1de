package dev.moim.calls.websocket;

/** {@code reqCanvasImage}, {@code updateImage}: see {@link dev.moim.calls.relay.CanvasImage}. */
public final class CanvasHandler extends EventOpEndpoint {
  public CanvasHandler() {
    super(Reply.RETURNED);
  }
}
