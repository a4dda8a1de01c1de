package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** The five sharing operations: see the package {@code dev.moim.calls.share}. */
@Examples({"document", "documentShare", "screen", "shareStop", "whiteboard"})
public final class ShareHandler extends EventOpEndpoint {
  public ShareHandler() {
    super(Reply.RETURNED);
  }
}
