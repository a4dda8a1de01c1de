package dev.moim.studies.socketio;

import static java.util.Objects.requireNonNull;

import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.json.Json;
import java.util.List;

/**
 * Messages as events of Socket.IO's root namespace, {@code 42["event",{…}]}. The payload is their
 * JSON array.
 */
public final class StudyFraming implements Framing {

  /** The type of an event packet; the root namespace is not named. */
  private static final String EVENT = "2";

  @Override
  public String payload(Message message) {
    return Json.write(List.of(message.name(), message.fields()));
  }

  @Override
  public Message message(String payload) {
    List<?> event = (List<?>) requireNonNull(Json.read(payload));
    return Message.of(String.valueOf(event.getFirst()), Json.asObject(event.getLast()));
  }

  @Override
  public String frame(Dialect dialect, String payload) {
    return EngineIoCodec.encode(EngineIoPacket.message(EVENT + payload));
  }
}
