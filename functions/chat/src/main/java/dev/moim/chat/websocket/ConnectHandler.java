package dev.moim.chat.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.chat.ChatWiring;
import dev.moim.chat.SocketWiring;
import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.people.jwt.Callers;
import dev.moim.shared.wire.stomp.StompVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code $connect}: anybody may open a socket, since a refused upgrade tells a client nothing. A
 * token in the address says whose it is.
 */
public final class ConnectHandler extends SocketEndpoint {

  private static final String PROTOCOL = "Sec-WebSocket-Protocol";

  private final ChatSockets sockets;
  private final Callers callers;

  public ConnectHandler() {
    this(new SocketWiring(new ChatWiring(Deployment.of(Environment.settings()))));
  }

  public ConnectHandler(SocketWiring wiring) {
    this.sockets = wiring.sockets();
    this.callers = wiring.callers();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Optional<String> token =
        Optional.ofNullable(event.getQueryStringParameters()).map(query -> query.get("token"));
    if (token.isPresent()) {
      String connectionId = event.getRequestContext().getConnectionId();
      sockets.put(new ChatSocket(connectionId, userId(token), ""));
    }
    APIGatewayV2WebSocketResponse response = status(200);
    StompVersion.offered(protocols(event.getHeaders()))
        .ifPresent(version -> response.setHeaders(Map.of(PROTOCOL, version.subprotocol())));
    return response;
  }

  private long userId(Optional<String> token) {
    try {
      return callers.of(token).id();
    } catch (DomainException refused) {
      return ChatSocket.REFUSED; // as the client hears when it says hello
    }
  }

  /** A WebSocket API hands headers over as the client wrote them, names included. */
  private static List<String> protocols(Map<String, String> headers) {
    return (headers == null ? Map.<String, String>of() : headers)
        .entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(PROTOCOL))
            .flatMap(header -> Stream.of(header.getValue().split(",")))
            .map(String::strip)
            .toList();
  }

  @Override
  protected void prime() {
    sockets.find("snapshot");
  }
}
