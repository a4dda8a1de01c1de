package dev.moim.shared.wire.socketio;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Socket.IO packets as text, the data of an Engine.IO message. Protocols 4 and 5 write them alike.
 */
public final class SocketIoCodec {

  private static final char CONNECT = '0';
  private static final char DISCONNECT = '1';
  private static final char EVENT = '2';
  private static final char ACK = '3';
  private static final char CONNECT_ERROR = '4';
  private static final char BINARY_EVENT = '5';
  private static final char BINARY_ACK = '6';

  private SocketIoCodec() {}

  public static String encode(SocketIoPacket packet) {
    return switch (packet) {
      case Connect(String namespace, String query, var payload) ->
          CONNECT + connectPath(namespace, query) + (payload.isEmpty() ? "" : Json.write(payload));
      case Disconnect(String namespace) -> DISCONNECT + path(namespace);
      case Event(String namespace, OptionalLong ackId, String name, var args) ->
          EVENT + path(namespace) + id(ackId) + Json.write(named(name, args));
      case Ack(String namespace, long ackId, var args) ->
          ACK + path(namespace) + ackId + Json.write(args);
      case ConnectError(String namespace, Object payload) ->
          CONNECT_ERROR + path(namespace) + Json.write(payload);
    };
  }

  /** The packet as a frame of an Engine.IO socket. */
  public static String frame(SocketIoPacket packet) {
    return EngineIoCodec.encode(EngineIoPacket.message(encode(packet)));
  }

  /**
   * An event whose one argument has been written as JSON already, as when many receive the same.
   */
  public static String encodeEvent(String namespace, String name, String argumentJson) {
    return EVENT + path(namespace) + "[" + Json.write(name) + "," + argumentJson + "]";
  }

  /**
   * @throws MalformedException if the text is no packet, announces binary attachments, or its JSON
   *     is not what its type requires
   */
  public static SocketIoPacket decode(String text) {
    Header header = Header.read(text);
    return switch (header.type()) {
      case CONNECT -> new Connect(header.namespace(), header.query(), connectPayload(header));
      case DISCONNECT -> disconnect(header);
      case EVENT -> event(header);
      case ACK -> ack(header);
      case CONNECT_ERROR -> connectError(header);
      case BINARY_EVENT, BINARY_ACK ->
          throw new MalformedException("binary attachments are not supported");
      default -> throw new MalformedException("not a Socket.IO packet");
    };
  }

  private static Map<String, @Nullable Object> connectPayload(Header header) {
    return header.json().isEmpty() ? Map.of() : Json.readObject(header.json());
  }

  private static Disconnect disconnect(Header header) {
    if (!header.json().isEmpty()) {
      throw new MalformedException("a disconnect carries no data");
    }
    return new Disconnect(header.namespace());
  }

  private static Event event(Header header) {
    List<@Nullable Object> items = array(header);
    if (items.isEmpty() || !(items.getFirst() instanceof String name)) {
      throw new MalformedException("an event's first item is its name");
    }
    return new Event(header.namespace(), header.ackId(), name, items.subList(1, items.size()));
  }

  private static Ack ack(Header header) {
    long ackId =
        header.ackId().orElseThrow(() -> new MalformedException("an ack names what it answers"));
    return new Ack(header.namespace(), ackId, array(header));
  }

  private static ConnectError connectError(Header header) {
    Object payload = Json.read(header.json());
    if (payload instanceof String || payload instanceof Map) {
      return new ConnectError(header.namespace(), payload);
    }
    throw new MalformedException("an error is an object or a text");
  }

  @SuppressWarnings("unchecked") // the tree's lists hold trees
  private static List<@Nullable Object> array(Header header) {
    if (Json.read(header.json()) instanceof List<?> items) {
      return (List<@Nullable Object>) items;
    }
    throw new MalformedException("the data is an array");
  }

  private static List<@Nullable Object> named(String name, List<@Nullable Object> args) {
    List<@Nullable Object> items = new ArrayList<>();
    items.add(name);
    items.addAll(args);
    return items;
  }

  private static String connectPath(String namespace, String query) {
    return query.isEmpty() ? path(namespace) : namespace + "?" + query + ",";
  }

  private static String path(String namespace) {
    return namespace.equals("/") ? "" : namespace + ",";
  }

  private static String id(OptionalLong ackId) {
    return ackId.isPresent() ? Long.toString(ackId.getAsLong()) : "";
  }
}
