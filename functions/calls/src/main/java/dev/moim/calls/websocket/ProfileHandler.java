package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/**
 * {@code changeName} ({@link dev.moim.calls.session.ChangeName}), {@code editUserInfo} ({@link
 * dev.moim.calls.room.EditUserInfo}).
 */
@Examples({"changeName", "editUserInfo"})
public final class ProfileHandler extends EventOpEndpoint {
  public ProfileHandler() {
    super(Reply.RETURNED);
  }
}
