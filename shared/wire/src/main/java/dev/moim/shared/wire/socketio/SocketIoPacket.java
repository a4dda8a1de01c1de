package dev.moim.shared.wire.socketio;

import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO packet of protocol 4 (Engine.IO 3) or 5 (Engine.IO 4), without binary attachments.
 *
 * <p>A namespace is {@code /} or starts with it, and holds neither {@code ?} nor a comma.
 */
public sealed interface SocketIoPacket {

  String namespace();

  /**
   * The client asks for a namespace; the server repeats it as its consent.
   *
   * @param query what a protocol 4 client puts behind the namespace, without its {@code ?}; empty
   *     when absent
   * @param payload the client's {@code auth}, or the server's {@code {"sid": …}}; empty when absent
   */
  record Connect(String namespace, String query, Map<String, @Nullable Object> payload)
      implements SocketIoPacket {

    /**
     * The server's consent.
     *
     * @param sid the socket's id; protocol 4 clients know it from the handshake and take data in
     *     this packet for an error
     */
    public static Connect consent(EngineIoVersion version, String namespace, String sid) {
      return new Connect(
          namespace, "", version == EngineIoVersion.V4 ? Map.of("sid", sid) : Map.of());
    }
  }

  /** Either side leaves the namespace; the socket stays open. */
  record Disconnect(String namespace) implements SocketIoPacket {}

  /**
   * @param ackId present if the sender waits for an {@link Ack}
   */
  record Event(String namespace, OptionalLong ackId, String name, List<@Nullable Object> args)
      implements SocketIoPacket {
    public Event {
      args = unmodifiable(args);
    }

    public Event(String namespace, String name, List<? extends @Nullable Object> args) {
      this(namespace, OptionalLong.empty(), name, new ArrayList<>(args));
    }
  }

  /** The answer to the event that carried this id. */
  record Ack(String namespace, long ackId, List<@Nullable Object> args) implements SocketIoPacket {
    public Ack {
      args = unmodifiable(args);
    }
  }

  /**
   * The server refuses a namespace.
   *
   * @param payload {@code {"message": …}}; protocol 4 servers may send a text instead
   */
  record ConnectError(String namespace, Object payload) implements SocketIoPacket {}

  private static List<@Nullable Object> unmodifiable(List<@Nullable Object> args) {
    return Collections.unmodifiableList(new ArrayList<>(args));
  }
}
