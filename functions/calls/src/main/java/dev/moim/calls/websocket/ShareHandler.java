package dev.moim.calls.websocket;

/** The five sharing operations: see the package {@code dev.moim.calls.share}. */
public final class ShareHandler extends EventOpEndpoint {
  public ShareHandler() {
    super(Reply.RETURNED);
  }
}
