package dev.moim.shared.wire.engineio;

import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open packet, which a server sends first. It offers no other transport.
 *
 * @param sid the session's id, which revision 3 clients also show as the socket's
 * @param pingInterval how often the pinging side pings
 * @param pingTimeout how much longer than {@code pingInterval} a client waits for the server's
 *     answer (revision 3) or next ping (revision 4) before it gives the socket up
 * @param maxPayload the largest message in bytes; only revision 4 announces it
 */
public record Handshake(String sid, Duration pingInterval, Duration pingTimeout, int maxPayload) {

  public EngineIoPacket packet(EngineIoVersion version) {
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("sid", sid);
    offer.put("upgrades", List.of());
    offer.put("pingInterval", pingInterval.toMillis());
    offer.put("pingTimeout", pingTimeout.toMillis());
    if (version == EngineIoVersion.V4) {
      offer.put("maxPayload", maxPayload);
    }
    return new EngineIoPacket(EngineIoPacket.Type.OPEN, Json.write(offer));
  }
}
