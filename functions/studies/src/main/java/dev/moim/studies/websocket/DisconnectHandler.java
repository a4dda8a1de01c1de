package dev.moim.studies.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.LoseSocket;

/** {@code $disconnect}: best effort, so {@link LoseSocket} is also reached by failed posts. */
public final class DisconnectHandler extends SocketEndpoint {

  private final LoseSocket loseSocket;

  public DisconnectHandler() {
    this(new SignalWiring(Deployment.of(Environment.settings())).loseSocket());
  }

  public DisconnectHandler(LoseSocket loseSocket) {
    this.loseSocket = loseSocket;
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    loseSocket.closed(event.getRequestContext().getConnectionId());
    return status(200);
  }

  @Override
  protected void prime() {
    loseSocket.closed("snapshot");
  }
}
