package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.lambda.viewer.ViewerHeaders;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.util.Map;
import java.util.Optional;

/**
 * {@code $connect}: anybody may open a socket, and do nothing with it before {@code register}. An
 * Engine.IO client waits for the server to speak first, which this function cannot do to a socket
 * that opens only when it returns: a timer does it.
 */
public final class ConnectHandler extends SocketEndpoint {

  private final Connections connections;
  private final EngineIoTimers engineIo;

  public ConnectHandler() {
    CallsWiring wiring = CallsWiring.ofLambda();
    this.connections = wiring.connections();
    this.engineIo = wiring.engineIo();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    String number = query(event).getOrDefault(EngineIoVersion.PARAMETER, "");
    if (number.isEmpty()) {
      return open(event, 0, CallDialect.JSON);
    }
    Optional<EngineIoVersion> version = EngineIoVersion.of(number);
    if (version.isEmpty()) {
      return status(400);
    }
    APIGatewayV2WebSocketResponse opened =
        open(event, Integer.parseInt(number), CallDialect.SOCKET_IO);
    engineIo.greet(event.getRequestContext().getConnectionId(), version.get());
    return opened;
  }

  /** Only this event has the headers that say where the socket is opened from. */
  private APIGatewayV2WebSocketResponse open(
      APIGatewayV2WebSocketEvent event, int engine, Dialect dialect) {
    connections.open(
        Connection.opened(
            event.getRequestContext().getConnectionId(),
            new Socket(engine, dialect.code(), ViewerHeaders.read(event.getHeaders()))));
    return status(200);
  }

  private static Map<String, String> query(APIGatewayV2WebSocketEvent event) {
    Map<String, String> query = event.getQueryStringParameters();
    return query == null ? Map.of() : query;
  }

  @Override
  protected void prime() {
    connections.find("snapshot").ifPresent(connections::remove);
    ViewerHeaders.prime();
  }
}
