package dev.moim.calls.websocket;

/** {@code permit}: see {@link dev.moim.calls.room.Permit}. */
public final class PermitHandler extends EventOpEndpoint {
  public PermitHandler() {
    super(Reply.RETURNED);
  }
}
