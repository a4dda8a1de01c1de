package dev.moim.calls.websocket;

/** {@code drawing}: see {@link dev.moim.calls.relay.Drawing}. */
public final class DrawHandler extends OperationHandler {
  public DrawHandler() {
    super(Reply.POSTED);
  }
}
