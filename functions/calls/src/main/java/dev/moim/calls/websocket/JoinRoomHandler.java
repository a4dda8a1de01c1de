package dev.moim.calls.websocket;

/** {@code joinRoom}: see {@link dev.moim.calls.room.JoinRoom}. */
public final class JoinRoomHandler extends EventOpEndpoint {
  public JoinRoomHandler() {
    super(Reply.RETURNED);
  }
}
