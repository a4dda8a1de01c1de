package dev.moim.calls.websocket;

/** {@code leaveRoom}: see {@link dev.moim.calls.room.LeaveRoom}. */
public final class LeaveRoomHandler extends EventOpEndpoint {
  public LeaveRoomHandler() {
    super(Reply.RETURNED);
  }
}
