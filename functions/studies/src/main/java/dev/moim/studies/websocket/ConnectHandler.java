package dev.moim.studies.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.TrustedOrigins;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.Upgrade;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.identity.Credentials;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.Identity;
import dev.moim.studies.signal.StudySocket;
import dev.moim.studies.signal.StudySockets;
import java.time.Instant;
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
  private final TrustedOrigins trusted;
  private final EngineIoTimers engineIo;

  public ConnectHandler() {
    Deployment deployment = Deployment.of(Environment.settings());
    this(new SignalWiring(deployment), TrustedOrigins.from(deployment.settings()));
  }

  /**
   * @param trusted whose pages may open sockets with a cookie
   */
  public ConnectHandler(SignalWiring wiring, TrustedOrigins trusted) {
    this.sockets = wiring.studySockets();
    this.identities = wiring.identities();
    this.trusted = trusted;
    this.engineIo = wiring.engineIo();
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Map<String, String> parameters = event.getQueryStringParameters();
    Map<String, String> query = parameters == null ? Map.of() : parameters;
    long now = event.getRequestContext().getRequestTimeEpoch();
    Upgrade upgrade = Upgrade.of(query.get(Upgrade.PARAMETER), Instant.ofEpochMilli(now));
    return EngineIoVersion.of(query.get(EngineIoVersion.PARAMETER))
        .filter(version -> upgrade.possible())
        .map(version -> open(event, query, version, upgrade.session()))
        .orElseGet(() -> status(400));
  }

  /** Clients of version 3 take the session's id for the socket's, so it has to be. */
  private APIGatewayV2WebSocketResponse open(
      APIGatewayV2WebSocketEvent event,
      Map<String, String> query,
      EngineIoVersion version,
      Optional<SessionId> session) {
    String connectionId = event.getRequestContext().getConnectionId();
    if (session.isPresent() && !engineIo.upgrade(connectionId, version, session.get())) {
      return status(400);
    }
    String socketId = session.map(SessionId::text).orElseGet(() -> Ids.base62(SOCKET_ID_LENGTH));
    Identity identity = identity(event, Identities.token(query));
    sockets.put(
        StudySocket.open(new PeerSocket(socketId, connectionId), version.number(), identity));
    if (session.isEmpty()) {
      engineIo.greet(connectionId, version, socketId);
    }
    return status(200);
  }

  /**
   * A browser adds cookies whichever page opens a socket, and says whose page it is. A token is
   * given by whoever opens it, so no page can use somebody else's.
   */
  private Identity identity(APIGatewayV2WebSocketEvent event, Optional<String> token) {
    UpgradeHeaders headers = UpgradeHeaders.of(event.getHeaders());
    String host = event.getRequestContext().getDomainName();
    Identity identity = identities.ofUpgrade(new Credentials(token, headers.cookies()));
    boolean byCookie = token.isEmpty() && identity.known().isPresent();
    boolean foreign = headers.origin().filter(o -> !trusted.include(o, host)).isPresent();
    return byCookie && foreign ? Identity.foreign() : identity;
  }

  @Override
  protected void prime() {
    identities.ofUpgrade(new Credentials(Optional.of("snapshot"), Map.of()));
    sockets.find("snapshot").ifPresent(sockets::remove);
  }
}
