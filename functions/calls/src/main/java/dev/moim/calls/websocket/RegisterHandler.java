package dev.moim.calls.websocket;

/** {@code register}: see {@link dev.moim.calls.session.Register}. */
public final class RegisterHandler extends OperationHandler {
  public RegisterHandler() {
    super(Reply.RETURNED);
  }
}
