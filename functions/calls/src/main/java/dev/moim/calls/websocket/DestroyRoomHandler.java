package dev.moim.calls.websocket;

/** {@code destroyRoom}: see {@link dev.moim.calls.room.DestroyRoom}. */
public final class DestroyRoomHandler extends EventOpEndpoint {
  public DestroyRoomHandler() {
    super(Reply.RETURNED);
  }
}
