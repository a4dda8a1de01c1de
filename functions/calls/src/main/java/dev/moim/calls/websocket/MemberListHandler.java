package dev.moim.calls.websocket;

/** {@code memberList}: see {@link dev.moim.calls.room.MemberList}. */
public final class MemberListHandler extends EventOpEndpoint {
  public MemberListHandler() {
    super(Reply.RETURNED);
  }
}
