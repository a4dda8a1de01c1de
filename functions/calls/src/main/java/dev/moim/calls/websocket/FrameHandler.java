package dev.moim.calls.websocket;

import dev.moim.calls.CallsWiring;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.sockets.websocket.FrameEndpoint;

/** {@code $default}: Socket.IO's frames, and plain JSON that names no known operation. */
@Examples("default")
public final class FrameHandler extends FrameEndpoint {

  public FrameHandler() {
    this(CallsWiring.ofLambda());
  }

  FrameHandler(CallsWiring wiring) {
    super(CallDialect.JSON, wiring.frames()::answer, wiring.sockets());
  }

  @Override
  protected void prime() {
    rehearse(
        "42[\"knowledgetalk\",{\"eventOp\":\"memberList\",\"userId\":\"nobody\",\"roomId\":\"nowhere\"}]");
  }
}
