package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.Dispatcher;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketHandler;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.json.MalformedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code $default}: Socket.IO's frames, and plain JSON that names no known operation. The route is
 * one-way: everything said here is posted.
 */
public final class FrameHandler extends SocketHandler {

  private final Connections connections;
  private final Sockets sockets;
  private final Dispatcher dispatcher;
  private final SocketIoFrames socketIo;

  public FrameHandler() {
    CallsWiring wiring = new CallsWiring(Environment.settings());
    this.connections = wiring.connections();
    this.sockets = wiring.sockets();
    this.dispatcher = wiring.dispatcher();
    this.socketIo = new SocketIoFrames(dispatcher);
  }

  @Override
  protected APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    String connectionId = event.getRequestContext().getConnectionId();
    String frame = event.getBody() == null ? "" : event.getBody();
    answer(connectionId, frame).forEach(text -> sockets.post(connectionId, text));
    return status(200);
  }

  private List<String> answer(String connectionId, String frame) {
    // A Socket.IO event is no JSON text, so it needs no look at who sent it: the common case is
    // free.
    Optional<EngineIoVersion> version =
        frame.startsWith("42") && frame.endsWith("]")
            ? Optional.of(EngineIoVersion.V4)
            : engine(connectionId);
    if (version.isEmpty()) {
      return plainJson(connectionId, frame);
    }
    try {
      return socketIo.answer(connectionId, version.get(), frame);
    } catch (MalformedException noPacket) {
      Dialect dialect = engine(connectionId).isPresent() ? Dialect.SOCKET_IO : Dialect.JSON;
      return dispatch(connectionId, dialect, null).map(dialect::frame).stream().toList();
    }
  }

  private List<String> plainJson(String connectionId, String frame) {
    return dispatch(connectionId, Dialect.JSON, frame).stream().toList();
  }

  private Optional<String> dispatch(String connectionId, Dialect dialect, @Nullable String frame) {
    Sender sender = new Sender(connectionId, dialect.code());
    Optional<Map<String, @Nullable Object>> reply =
        dispatcher.dispatch(sender, EventOpCodec.decode(frame));
    return reply.map(Json::write);
  }

  /** The Engine.IO version of the socket, fixed when it connected; empty for plain JSON. */
  private Optional<EngineIoVersion> engine(String connectionId) {
    return connections
        .find(connectionId)
        .or(() -> connections.findNow(connectionId))
        .map(Connection::engine)
        .flatMap(version -> EngineIoVersion.of(Integer.toString(version)));
  }

  @Override
  protected void prime() {
    answer(
        "snapshot",
        "42[\"knowledgetalk\",{\"eventOp\":\"memberList\",\"userId\":\"nobody\",\"roomId\":\"nowhere\"}]");
  }
}
