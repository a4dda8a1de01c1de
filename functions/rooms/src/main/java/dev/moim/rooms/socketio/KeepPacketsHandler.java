package dev.moim.rooms.socketio;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.sockets.polling.PollingSessions;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.shared.sockets.socketio.Greeting;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.PayloadCodec;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /socket.io}: what a client says before its WebSocket is open, which is nothing but
 * that it would be connected to a namespace, and as whom. Who answers is whoever serves the socket.
 */
public final class KeepPacketsHandler extends HttpEndpoint {

  private static final SessionId NOBODYS = new SessionId("0".repeat(31));

  private final PollingSessions sessions;

  public KeepPacketsHandler() {
    this(DynamoPollingSessions.in(Deployment.of(Environment.settings())));
  }

  public KeepPacketsHandler(PollingSessions sessions) {
    super(new PollingErrors());
    this.sessions = sessions;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    PollingRequest sent = PollingRequest.of(request);
    SessionId session =
        sent.session().orElseThrow(() -> new DomainException(PollingError.BAD_REQUEST));
    byte[] body = request.body(Greeting.MAX_POLLED_BYTES, PollingError.TOO_LARGE);
    List<String> connects =
        PayloadCodec.decode(sent.version(), new String(body, StandardCharsets.UTF_8)).stream()
            .filter(packet -> packet.type() == EngineIoPacket.Type.MESSAGE)
            .map(KeepPacketsHandler::connect)
            .distinct()
            .toList();
    boolean few = connects.size() <= PollingSessions.MAX_WAITING;
    if (!few || (!connects.isEmpty() && !sessions.keep(session, connects))) {
      throw new DomainException(PollingError.BAD_REQUEST);
    }
    return PollingRequest.answer("ok");
  }

  /** All else has to wait for the WebSocket, and clients let it wait until they are connected. */
  private static String connect(EngineIoPacket packet) {
    if (!(SocketIoCodec.decode(packet.data()) instanceof Connect)) {
      throw new DomainException(PollingError.BAD_REQUEST);
    }
    return EngineIoCodec.encode(packet);
  }

  /** One write that is refused and one that succeeds, to a session that nobody has. */
  @Override
  protected void prime() {
    sessions.take(NOBODYS, "snapshot");
    sessions.answered(NOBODYS);
  }
}
