package dev.moim.chat.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.chat.ChatWiring;
import dev.moim.chat.SocketWiring;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketEndpoint;

/**
 * {@code $disconnect}: best effort, so sockets are also forgotten when a post finds them closed.
 */
public final class DisconnectHandler extends SocketEndpoint {

  private final ChatSockets sockets;

  public DisconnectHandler() {
    this(new SocketWiring(new ChatWiring(Deployment.of(Environment.settings()))).sockets());
  }

  public DisconnectHandler(ChatSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    sockets.remove(event.getRequestContext().getConnectionId());
    return status(200);
  }

  @Override
  protected void prime() {
    sockets.remove("snapshot");
  }
}
