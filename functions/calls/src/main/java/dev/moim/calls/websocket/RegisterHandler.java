package dev.moim.calls.websocket;

/** {@code register}: see {@link dev.moim.calls.session.Register}. */
public final class RegisterHandler extends EventOpEndpoint {
  public RegisterHandler() {
    super(Reply.RETURNED);
  }
}
