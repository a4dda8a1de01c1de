package dev.moim.studies.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.identity.Credentials;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.Identity;
import dev.moim.studies.signal.StudySocket;
import dev.moim.studies.signal.StudySockets;
import java.util.Map;
import java.util.Optional;

/**
 * {@code $connect}: anybody may open a socket. Who it is may follow in a message, and a refused
 * upgrade would tell a client nothing, where a refused connection tells it why.
 */
public final class ConnectHandler extends SocketEndpoint {

  private static final int SOCKET_ID_LENGTH = 20;

  private final StudySockets sockets;
  private final Identities identities;
  private final EngineIoTimers engineIo;

  public ConnectHandler() {
    SignalWiring wiring = new SignalWiring(Deployment.of(Environment.settings()));
    this(wiring.studySockets(), wiring.identities(), wiring.engineIo());
  }

  public ConnectHandler(StudySockets sockets, Identities identities, EngineIoTimers engineIo) {
    this.sockets = sockets;
    this.identities = identities;
    this.engineIo = engineIo;
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Map<String, String> parameters = event.getQueryStringParameters();
    Map<String, String> query = parameters == null ? Map.of() : parameters;
    return EngineIoVersion.of(query.get(EngineIoVersion.PARAMETER))
        .map(version -> open(event, query, version))
        .orElseGet(() -> status(400));
  }

  private APIGatewayV2WebSocketResponse open(
      APIGatewayV2WebSocketEvent event, Map<String, String> query, EngineIoVersion version) {
    String connectionId = event.getRequestContext().getConnectionId();
    String socketId = Ids.base62(SOCKET_ID_LENGTH);
    Identity identity =
        identities.ofUpgrade(
            new Credentials(Identities.token(query), Cookies.of(event.getHeaders())));
    int engine = version == EngineIoVersion.V4 ? 4 : 3;
    sockets.put(StudySocket.open(new PeerSocket(socketId, connectionId), engine, identity));
    engineIo.greet(connectionId, version, socketId);
    return status(200);
  }

  @Override
  protected void prime() {
    identities.ofUpgrade(new Credentials(Optional.of("snapshot"), Map.of()));
    sockets.find("snapshot").ifPresent(sockets::remove);
  }
}
