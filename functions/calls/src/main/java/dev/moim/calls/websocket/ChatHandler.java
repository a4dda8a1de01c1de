package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** {@code chat}, {@code inform}: see {@link dev.moim.calls.talk.Talk}. */
@Examples({"chat", "inform"})
public final class ChatHandler extends EventOpEndpoint {
  public ChatHandler() {
    super(Reply.RETURNED);
  }
}
