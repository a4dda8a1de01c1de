package dev.moim.calls.websocket;

import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as JSON objects that name their {@code eventOp}, bare or inside a Socket.IO event. */
public final class CallFraming implements Framing {

  /** The one event of the family, in both directions. */
  static final String EVENT = "knowledgetalk";

  @Override
  public String payload(Message message) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("eventOp", message.name());
    message.fields().forEach(object::putIfAbsent);
    return Json.write(object);
  }

  @Override
  public Message message(String payload) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(Json.readObject(payload));
    return Message.of(String.valueOf(fields.remove("eventOp")), fields);
  }

  @Override
  public String frame(Dialect dialect, String payload) {
    return dialect.equals(CallDialect.JSON)
        ? payload
        : EngineIoCodec.encode(
            EngineIoPacket.message(
                SocketIoCodec.encodeEvent(CallDialect.namespaceOf(dialect), EVENT, payload)));
  }
}
