package dev.moim.calls.websocket;

/** {@code kickOut}: see {@link dev.moim.calls.room.KickOut}. */
public final class KickOutHandler extends EventOpEndpoint {
  public KickOutHandler() {
    super(Reply.RETURNED);
  }
}
