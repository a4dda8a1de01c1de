package dev.moim.calls.websocket;

/** {@code drawing}: see {@link dev.moim.calls.relay.Drawing}. */
public final class DrawHandler extends EventOpEndpoint {
  public DrawHandler() {
    super(Reply.POSTED);
  }
}
