package dev.moim.studies.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketHandler;
import dev.moim.studies.SignalWiring;

/**
 * {@code $default}: every frame of a socket. The route is one-way: everything said here is posted.
 */
public final class FrameHandler extends SocketHandler {

  private final Frames frames;
  private final Sockets sockets;

  public FrameHandler() {
    this(new SignalWiring(Environment.settings()));
  }

  FrameHandler(SignalWiring wiring) {
    this.frames = wiring.frames();
    this.sockets = wiring.sockets();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    String connectionId = event.getRequestContext().getConnectionId();
    String frame = event.getBody() == null ? "" : event.getBody();
    frames.answer(connectionId, frame).ifPresent(text -> sockets.post(connectionId, text));
    return status(200);
  }

  /** A connection is refused and an offer reaches nobody: nothing is changed by either. */
  @Override
  protected void prime() {
    frames.answer("snapshot", "40{\"token\":\"snapshot\"}");
    frames.answer("snapshot", "42[\"video:offer\",{\"to\":\"nobody\",\"offer\":{}}]");
  }
}
