package dev.moim.calls.websocket;

import dev.moim.shared.lambda.Examples;

/** {@code createRoom}, {@code createVideoRoom}: see {@link dev.moim.calls.room.CreateRoom}. */
@Examples({"createRoom", "createVideoRoom"})
public final class CreateRoomHandler extends EventOpEndpoint {
  public CreateRoomHandler() {
    super(Reply.RETURNED);
  }
}
