package dev.moim.calls.websocket;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.polling.PollingSessions;
import dev.moim.shared.sockets.socketio.Admission.Verdict;
import dev.moim.shared.sockets.socketio.PollingUpgrade;
import dev.moim.shared.sockets.socketio.PollingUpgrade.Origin;
import dev.moim.shared.sockets.socketio.SocketIoServer;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.util.List;
import java.util.Optional;

/** Frames of {@code $default}: Socket.IO's, and plain JSON that names no known operation. */
public final class CallFrames {

  private static final int SID_LENGTH = 20;

  private final Connections connections;
  private final JsonFrames json;
  private final SocketIoServer socketIo;
  private final CallFraming framing = new CallFraming();

  /**
   * @param sessions of clients that began by polling
   */
  public CallFrames(
      Dispatcher dispatcher, Connections connections, Sockets sockets, PollingSessions sessions) {
    this.connections = connections;
    this.json = new JsonFrames(dispatcher);
    this.socketIo =
        new SocketIoServer(
            dispatcher,
            new KnowledgetalkEvents(),
            (id, auth) -> admit(id),
            framing,
            new PollingUpgrade(sessions, this::origin, sockets));
  }

  public List<String> answer(Sender sender, String frame) {
    // A Socket.IO event is no JSON text, so it needs no look at who sent it: the common case is
    // free.
    boolean event = frame.startsWith("42") && frame.endsWith("]");
    if (!event && engine(sender.connectionId()).isEmpty()) {
      return json.answer(sender, frame).stream().toList();
    }
    try {
      return socketIo.answer(sender, frame);
    } catch (MalformedException noPacket) {
      return malformed(sender);
    }
  }

  private List<String> malformed(Sender sender) {
    boolean socketIoClient = engine(sender.connectionId()).isPresent();
    return json.answer(sender, null).stream()
        .map(reply ->
            framing.frame(socketIoClient ? CallDialect.SOCKET_IO : CallDialect.JSON, reply))
        .toList();
  }

  /** Anybody may connect: who it is, {@code register} says. */
  private Verdict admit(String connectionId) {
    EngineIoVersion version = engine(connectionId).orElse(EngineIoVersion.V4);
    return new Verdict.Admitted(version, Ids.base62(SID_LENGTH));
  }

  /** The Engine.IO version of the socket, fixed when it connected; empty for plain JSON. */
  private Optional<EngineIoVersion> engine(String connectionId) {
    return socket(connectionId).flatMap(CallFrames::engine);
  }

  private static Optional<EngineIoVersion> engine(Socket socket) {
    return EngineIoVersion.of(Integer.toString(socket.engine()));
  }

  private Optional<Origin> origin(String connectionId) {
    return socket(connectionId)
        .flatMap(socket ->
            socket
                .session()
                .flatMap(session -> engine(socket).map(version -> new Origin(session, version))));
  }

  private Optional<Socket> socket(String connectionId) {
    return connections
        .find(connectionId)
        .or(() -> connections.findNow(connectionId))
        .map(Connection::socket);
  }
}
