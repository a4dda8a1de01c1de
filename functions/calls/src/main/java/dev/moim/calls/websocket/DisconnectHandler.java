package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.session.LoseConnection;
import dev.moim.shared.lambda.SocketEndpoint;

/** {@code $disconnect}: best effort, so {@link LoseConnection} is also reached by failed posts. */
public final class DisconnectHandler extends SocketEndpoint {

  private final LoseConnection loseConnection;
  private final Connections connections;

  public DisconnectHandler() {
    CallsWiring wiring = CallsWiring.ofLambda();
    this.loseConnection = wiring.loseConnection();
    this.connections = wiring.connections();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    loseConnection.disconnected(event.getRequestContext().getConnectionId());
    return status(200);
  }

  @Override
  protected void prime() {
    connections.find("snapshot").ifPresent(connections::remove);
  }
}
