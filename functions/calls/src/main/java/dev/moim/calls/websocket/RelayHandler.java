package dev.moim.calls.websocket;

/** {@code sdp}, {@code candidate}: see {@link dev.moim.calls.relay.Relay}. */
public final class RelayHandler extends OperationHandler {
  public RelayHandler() {
    super(Reply.POSTED);
  }
}
