package dev.moim.calls.websocket;

/**
 * {@code changeName} ({@link dev.moim.calls.session.ChangeName}), {@code editUserInfo} ({@link
 * dev.moim.calls.room.EditUserInfo}).
 */
public final class ProfileHandler extends EventOpEndpoint {
  public ProfileHandler() {
    super(Reply.RETURNED);
  }
}
