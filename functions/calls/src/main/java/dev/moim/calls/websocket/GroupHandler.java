package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/**
 * {@code createGroup} ({@link dev.moim.calls.room.CreateGroup}), {@code endGroup} ({@link
 * dev.moim.calls.room.EndGroup}).
 */
@Examples({"createGroup", "endGroup"})
public final class GroupHandler extends EventOpEndpoint {
  public GroupHandler() {
    super(Reply.RETURNED);
  }
}
