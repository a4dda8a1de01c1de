package dev.moim.shared.sockets.socketio;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.socketio.Admission.Verdict;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Socket.IO server says to each frame of a client: zero or more frames back. What others
 * hear of it has been posted by then.
 */
public final class SocketIoServer {

  private static final String ROOT = "/";

  private final Dispatcher dispatcher;
  private final EventStyle style;
  private final Admission admission;
  private final Framing framing;
  private final PollingUpgrade upgrade;

  public SocketIoServer(
      Dispatcher dispatcher,
      EventStyle style,
      Admission admission,
      Framing framing,
      PollingUpgrade upgrade) {
    this.dispatcher = dispatcher;
    this.style = style;
    this.admission = admission;
    this.framing = framing;
    this.upgrade = upgrade;
  }

  /**
   * @throws MalformedException if the frame is no packet at all, or not of a namespace of ours
   */
  public List<String> answer(Sender sender, String frame) {
    EngineIoPacket packet = EngineIoCodec.decode(frame);
    return switch (packet.type()) {
      case PING -> List.of(EngineIoCodec.encode(packet.pong()));
      case MESSAGE -> answer(sender, SocketIoCodec.decode(packet.data()));
      case UPGRADE -> upgraded(sender);
      // A pong needs no answer, a close is followed by the socket's, and the rest is a server's.
      case OPEN, CLOSE, PONG, NOOP -> List.of();
    };
  }

  /** What it said when it polled is answered as if it came by this socket. */
  private List<String> upgraded(Sender sender) {
    upgrade.complete(
        sender.connectionId(),
        (version, frames) ->
            Stream.concat(
                    version == EngineIoVersion.V3
                        ? Stream.of(welcome(sender.connectionId()))
                        : Stream.empty(),
                    frames.stream().flatMap(frame -> answer(sender, frame).stream()))
                .toList());
    return List.of();
  }

  private List<String> answer(Sender sender, SocketIoPacket packet) {
    return switch (packet) {
      case Connect connect -> List.of(SocketIoCodec.frame(connect(sender, connect)));
      case Event event -> event(sender, event);
      // Nothing of ours asks for an ack, and leaving a namespace is not leaving a room.
      case Ack _, Disconnect _, ConnectError _ -> List.of();
    };
  }

  private SocketIoPacket connect(Sender sender, Connect connect) {
    String namespace = connect.namespace();
    if (style.dialectOf(namespace).isEmpty()) {
      return new ConnectError(namespace, Map.of("message", "Invalid namespace"));
    }
    return switch (admission.admit(sender.connectionId(), connect.payload())) {
      case Verdict.Admitted(EngineIoVersion version, String socketId) ->
          Connect.consent(version, namespace, socketId);
      case Verdict.Refused(String message) ->
          new ConnectError(namespace, Map.of("message", message));
    };
  }

  private List<String> event(Sender sender, Event event) {
    Dialect dialect =
        style
            .dialectOf(event.namespace())
            .orElseThrow(() -> new MalformedException("not connected to " + event.namespace()));
    Answer answer = answer(sender.speaking(dialect), event);
    Optional<String> acknowledgement = acknowledgement(event, answer);
    Optional<String> reply =
        style.reply(event, answer).map(message -> framing.frame(dialect, framing.payload(message)));
    return (style.acknowledgesFirst()
            ? Stream.of(acknowledgement, reply)
            : Stream.of(reply, acknowledgement))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> acknowledgement(Event event, Answer answer) {
    if (event.ackId().isEmpty()) {
      return Optional.empty();
    }
    List<Object> said = List.of(style.acknowledgement(event, answer));
    Ack ack = new Ack(event.namespace(), event.ackId().getAsLong(), said);
    return Optional.of(SocketIoCodec.frame(ack));
  }

  private Answer answer(Sender sender, Event event) {
    try {
      return dispatcher.dispatch(sender, style.request(event));
    } catch (MalformedException noRequest) {
      return dispatcher.malformed(String.valueOf(noRequest.getMessage()));
    }
  }

  /** What a version 3 client is told behind the handshake: it has no way to ask. */
  public String welcome(String connectionId) {
    return SocketIoCodec.frame(
        switch (admission.admit(connectionId, Map.of())) {
          case Verdict.Admitted(EngineIoVersion _, String socketId) ->
              Connect.consent(EngineIoVersion.V3, ROOT, socketId);
          case Verdict.Refused(String message) -> new ConnectError(ROOT, message);
        });
  }
}
