package dev.moim.calls.websocket;

/** {@code sdp}, {@code candidate}: see {@link dev.moim.calls.relay.Relay}. */
public final class RelayHandler extends EventOpEndpoint {
  public RelayHandler() {
    super(Reply.POSTED);
  }
}
