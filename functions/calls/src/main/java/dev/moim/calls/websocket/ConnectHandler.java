package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.lambda.viewer.ViewerHeaders;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.Upgrade;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.time.Instant;
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
    this(CallsWiring.ofLambda());
  }

  ConnectHandler(CallsWiring wiring) {
    this.connections = wiring.connections();
    this.engineIo = wiring.engineIo();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Map<String, String> query = query(event);
    String number = query.getOrDefault(EngineIoVersion.PARAMETER, "");
    if (number.isEmpty()) {
      connections.open(opened(event, new Socket(0, CallDialect.JSON.code(), viewer(event))));
      return status(200);
    }
    long now = event.getRequestContext().getRequestTimeEpoch();
    Upgrade upgrade = Upgrade.of(query.get(Upgrade.PARAMETER), Instant.ofEpochMilli(now));
    return EngineIoVersion.of(number)
        .filter(version -> upgrade.possible())
        .map(version -> open(event, version, upgrade.session()))
        .orElseGet(() -> status(400));
  }

  private APIGatewayV2WebSocketResponse open(
      APIGatewayV2WebSocketEvent event, EngineIoVersion version, Optional<SessionId> session) {
    String connectionId = event.getRequestContext().getConnectionId();
    if (session.isPresent() && !engineIo.upgrade(connectionId, version, session.get())) {
      return status(400);
    }
    Socket socket = new Socket(version.number(), CallDialect.SOCKET_IO.code(), viewer(event));
    connections.open(opened(event, socket.openedFor(session)));
    if (session.isEmpty()) {
      engineIo.greet(connectionId, version);
    }
    return status(200);
  }

  private static Connection opened(APIGatewayV2WebSocketEvent event, Socket socket) {
    return Connection.opened(event.getRequestContext().getConnectionId(), socket);
  }

  /** Only this event has the headers that say where the socket is opened from. */
  private static Viewer viewer(APIGatewayV2WebSocketEvent event) {
    return ViewerHeaders.read(event.getHeaders());
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
