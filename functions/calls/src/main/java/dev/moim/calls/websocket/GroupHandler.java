package dev.moim.calls.websocket;

/**
 * {@code createGroup} ({@link dev.moim.calls.room.CreateGroup}), {@code endGroup} ({@link
 * dev.moim.calls.room.EndGroup}).
 */
public final class GroupHandler extends EventOpEndpoint {
  public GroupHandler() {
    super(Reply.RETURNED);
  }
}
