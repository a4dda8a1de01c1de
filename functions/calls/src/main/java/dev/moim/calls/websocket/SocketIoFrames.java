package dev.moim.calls.websocket;

import dev.moim.calls.CallError;
import dev.moim.calls.Dispatcher;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.eventop.EventOpRequest;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a Socket.IO server says to each frame of a client: zero or more frames back. */
final class SocketIoFrames {

  private static final int SID_LENGTH = 20;

  private final Dispatcher dispatcher;

  SocketIoFrames(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Answers a frame of a socket that speaks Engine.IO.
   *
   * @throws dev.moim.shared.wire.json.MalformedException if it is no packet at all
   */
  List<String> answer(String connectionId, EngineIoVersion version, String frame) {
    EngineIoPacket packet = EngineIoCodec.decode(frame);
    return switch (packet.type()) {
      case PING -> List.of(EngineIoCodec.encode(packet.pong()));
      case MESSAGE -> answer(connectionId, version, SocketIoCodec.decode(packet.data()));
      // A pong needs no answer, a close is followed by the socket's, and the rest is for polling.
      case OPEN, CLOSE, PONG, UPGRADE, NOOP -> List.of();
    };
  }

  private List<String> answer(String connectionId, EngineIoVersion version, SocketIoPacket packet) {
    return switch (packet) {
      case Connect connect -> List.of(SocketIoCodec.frame(consent(version, connect.namespace())));
      case Event event -> event(connectionId, event);
      // Nothing of ours asks for an ack, and leaving a namespace is not leaving a room.
      case Ack ignored -> List.of();
      case Disconnect ignored -> List.of();
      case ConnectError ignored -> List.of();
    };
  }

  private static SocketIoPacket consent(EngineIoVersion version, String namespace) {
    if (Dialect.ofNamespace(namespace).isEmpty()) {
      return new ConnectError(namespace, Map.of("message", "Invalid namespace"));
    }
    return Connect.consent(version, namespace, Ids.base62(SID_LENGTH));
  }

  /**
   * The reply goes out as an event and, if the client asked for one, as the ack. Whoever asked is
   * answered even where the document has no answer.
   */
  private List<String> event(String connectionId, Event event) {
    Dialect dialect = Dialect.ofNamespace(event.namespace()).orElse(Dialect.SOCKET_IO);
    EventOpRequest request = request(event);
    Map<String, @Nullable Object> reply =
        reply(new Sender(connectionId, dialect.code()), event, request).orElse(null);
    List<String> frames = new ArrayList<>();
    if (event.ackId().isPresent()) {
      Map<String, @Nullable Object> answer =
          reply == null ? EventOpCodec.reply(request, "200", "ok", Map.of()) : reply;
      frames.add(
          SocketIoCodec.frame(
              new Ack(event.namespace(), event.ackId().getAsLong(), List.of(answer))));
    }
    if (reply != null) {
      frames.add(dialect.frame(Json.write(reply)));
    }
    return frames;
  }

  private static EventOpRequest request(Event event) {
    return event.name().equals(Dialect.EVENT)
        ? EventOpCodec.decode(event.args().isEmpty() ? null : event.args().getFirst())
        : new EventOpRequest(event.name(), null, new Fields(Map.of()));
  }

  private Optional<Map<String, @Nullable Object>> reply(
      Sender sender, Event event, EventOpRequest request) {
    if (event.name().equals(Dialect.EVENT)) {
      return dispatcher.dispatch(sender, request);
    }
    Map<String, @Nullable Object> refusal =
        EventOpCodec.reply(
            request,
            CallError.UNKNOWN_OPERATION.code(),
            "the event's name is " + Dialect.EVENT,
            Map.of());
    return Optional.of(refusal);
  }
}
