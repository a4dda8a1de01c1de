package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.delivery.Connection;
import dev.moim.delivery.Connections;
import dev.moim.delivery.EngineIoTimers;
import dev.moim.lambda.Environment;
import dev.moim.lambda.SocketHandler;
import dev.moim.wire.engineio.EngineIoVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code $connect}: anybody may open a socket, and do nothing with it before {@code register}. A
 * plain-JSON socket costs nothing here. An Engine.IO client waits for the server to speak first,
 * which this function cannot do to a socket that opens only when it returns: a timer does it.
 */
public final class ConnectHandler extends SocketHandler {

  private final Connections connections;
  private final EngineIoTimers engineIo;

  public ConnectHandler() {
    CallsWiring wiring = new CallsWiring(Environment.settings());
    this.connections = wiring.connections();
    this.engineIo = wiring.engineIo();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    String version = query(event).getOrDefault(EngineIoVersion.PARAMETER, "");
    if (version.isEmpty()) {
      return status(200);
    }
    return EngineIoVersion.of(version)
        .map(known -> openEngineIo(event.getRequestContext().getConnectionId(), known, version))
        .orElseGet(() -> status(400));
  }

  private APIGatewayV2WebSocketResponse openEngineIo(
      String connectionId, EngineIoVersion version, String number) {
    connections.put(
        new Connection(
            connectionId,
            Integer.parseInt(number),
            Dialect.SOCKET_IO.code(),
            null,
            null,
            "",
            "",
            Set.of(),
            Optional.empty()));
    engineIo.greet(connectionId, version);
    return status(200);
  }

  private static Map<String, String> query(APIGatewayV2WebSocketEvent event) {
    Map<String, String> query = event.getQueryStringParameters();
    return query == null ? Map.of() : query;
  }

  @Override
  protected void prime() {
    connections.find("snapshot").ifPresent(known -> connections.remove(known.id()));
  }
}
