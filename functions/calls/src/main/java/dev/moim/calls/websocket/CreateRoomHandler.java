package dev.moim.calls.websocket;

/** {@code createRoom}, {@code createVideoRoom}: see {@link dev.moim.calls.room.CreateRoom}. */
public final class CreateRoomHandler extends EventOpEndpoint {
  public CreateRoomHandler() {
    super(Reply.RETURNED);
  }
}
