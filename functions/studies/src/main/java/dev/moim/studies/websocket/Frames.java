package dev.moim.studies.websocket;

import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.json.MalformedException;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import dev.moim.studies.signal.Admission;
import dev.moim.studies.signal.Admission.Verdict;
import dev.moim.studies.signal.Dispatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Socket.IO server with one namespace says to each frame of a client. */
public final class Frames {

  private static final String ROOT = "/";

  private final Dispatcher dispatcher;
  private final Admission admission;

  public Frames(Dispatcher dispatcher, Admission admission) {
    this.dispatcher = dispatcher;
    this.admission = admission;
  }

  /** The answer to a frame, whatever it is; what others hear of it has been posted by then. */
  Optional<String> answer(String connectionId, String frame) {
    try {
      EngineIoPacket packet = EngineIoCodec.decode(frame);
      return switch (packet.type()) {
        case PING -> Optional.of(EngineIoCodec.encode(packet.pong()));
        case MESSAGE -> answer(connectionId, SocketIoCodec.decode(packet.data()));
        // A pong needs no answer, a close is followed by the socket's, and the rest is for polling.
        case OPEN, CLOSE, PONG, UPGRADE, NOOP -> Optional.empty();
      };
    } catch (MalformedException noPacket) {
      dispatcher.malformed(connectionId, noPacket.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> answer(String connectionId, SocketIoPacket packet) {
    return switch (packet) {
      case Connect connect -> Optional.of(SocketIoCodec.frame(connect(connectionId, connect)));
      case Event event -> event(connectionId, event).map(SocketIoCodec::frame);
      // Nothing of ours asks for an ack, and who leaves the namespace closes the socket next.
      case Ack ignored -> Optional.empty();
      case Disconnect ignored -> Optional.empty();
      case ConnectError ignored -> Optional.empty();
    };
  }

  private SocketIoPacket connect(String connectionId, Connect connect) {
    if (!connect.namespace().equals(ROOT)) {
      return new ConnectError(connect.namespace(), Map.of("message", "Invalid namespace"));
    }
    return switch (admission.admit(connectionId, connect.payload())) {
      // Only version 4 clients ask for the root namespace.
      case Verdict.Admitted(String socketId) -> Connect.consent(EngineIoVersion.V4, ROOT, socketId);
      case Verdict.Refused(String message) -> new ConnectError(ROOT, Map.of("message", message));
    };
  }

  private Optional<SocketIoPacket> event(String connectionId, Event event) {
    if (!event.namespace().equals(ROOT)) {
      throw new MalformedException("not connected to " + event.namespace());
    }
    var acknowledgement = dispatcher.dispatch(connectionId, event.name(), event.args());
    return event.ackId().isPresent()
        ? Optional.of(new Ack(ROOT, event.ackId().getAsLong(), List.of(acknowledgement)))
        : Optional.empty();
  }

  /** What a version 3 client is told behind the handshake: it has no way to ask. */
  public String welcome(String connectionId) {
    return SocketIoCodec.frame(
        switch (admission.admit(connectionId, Map.of())) {
          case Verdict.Admitted(String socketId) ->
              Connect.consent(EngineIoVersion.V3, ROOT, socketId);
          case Verdict.Refused(String message) -> new ConnectError(ROOT, message);
        });
  }
}
