package dev.moim.calls.websocket;

/** The five sharing operations: see the package {@code dev.moim.calls.share}. */
public final class ShareHandler extends OperationHandler {
  public ShareHandler() {
    super(Reply.RETURNED);
  }
}
