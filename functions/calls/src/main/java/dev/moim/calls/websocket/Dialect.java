package dev.moim.calls.websocket;

import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import java.util.Optional;

/**
 * The ways this family's messages travel: as plain JSON, or as Socket.IO's event {@code
 * knowledgetalk} on one of two namespaces. Stored by its code with every connection and seat.
 */
public enum Dialect {
  JSON("j", ""),
  SOCKET_IO("r", "/"),
  SIGNAL_SERVER("s", "/SignalServer");

  /** The one event of the family, in both directions. */
  static final String EVENT = "knowledgetalk";

  private final String code;
  private final String namespace;

  Dialect(String code, String namespace) {
    this.code = code;
    this.namespace = namespace;
  }

  public String code() {
    return code;
  }

  /** The dialect of a Socket.IO namespace, if it is one of ours. */
  static Optional<Dialect> ofNamespace(String namespace) {
    return switch (namespace) {
      case "/" -> Optional.of(SOCKET_IO);
      case "/SignalServer" -> Optional.of(SIGNAL_SERVER);
      default -> Optional.empty();
    };
  }

  private static Dialect ofCode(String code) {
    return switch (code) {
      case "r" -> SOCKET_IO;
      case "s" -> SIGNAL_SERVER;
      default -> JSON;
    };
  }

  /** Writes a JSON message as a frame of the dialect with this code. */
  public static String frame(String code, String json) {
    return ofCode(code).frame(json);
  }

  String frame(String json) {
    return this == JSON
        ? json
        : EngineIoCodec.encode(
            EngineIoPacket.message(SocketIoCodec.encodeEvent(namespace, EVENT, json)));
  }
}
