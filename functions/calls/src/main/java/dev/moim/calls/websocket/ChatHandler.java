package dev.moim.calls.websocket;

/** {@code chat}, {@code inform}: see {@link dev.moim.calls.talk.Talk}. */
public final class ChatHandler extends EventOpEndpoint {
  public ChatHandler() {
    super(Reply.RETURNED);
  }
}
