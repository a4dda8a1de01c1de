package dev.moim.calls.websocket;

/** {@code kickOut}: see {@link dev.moim.calls.room.KickOut}. */
public final class KickOutHandler extends OperationHandler {
  public KickOutHandler() {
    super(Reply.RETURNED);
  }
}
