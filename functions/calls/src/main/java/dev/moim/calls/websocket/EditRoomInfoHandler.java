package dev.moim.calls.websocket;

/** {@code editRoomInfo}: see {@link dev.moim.calls.room.EditRoomInfo}. */
public final class EditRoomInfoHandler extends EventOpEndpoint {
  public EditRoomInfoHandler() {
    super(Reply.RETURNED);
  }
}
