package dev.moim.shared.wire.engineio;

import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open packet, which a server sends first.
 *
 * @param sid the session's id, which revision 3 clients also show as the socket's
 * @param upgrades names of other transports that the client may change to
 * @param pingInterval how often the pinging side pings
 * @param pingTimeout how much longer than {@code pingInterval} a client waits for the server's
 *     answer (revision 3) or next ping (revision 4) before it gives the socket up
 * @param maxPayload the largest message in bytes; only revision 4 announces it
 */
public record Handshake(
    String sid,
    List<String> upgrades,
    Duration pingInterval,
    Duration pingTimeout,
    int maxPayload) {

  public Handshake {
    upgrades = List.copyOf(upgrades);
  }

  public EngineIoPacket packet(EngineIoVersion version) {
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("sid", sid);
    offer.put("upgrades", upgrades);
    offer.put("pingInterval", pingInterval.toMillis());
    offer.put("pingTimeout", pingTimeout.toMillis());
    if (version == EngineIoVersion.V4) {
      offer.put("maxPayload", maxPayload);
    }
    return new EngineIoPacket(EngineIoPacket.Type.OPEN, Json.write(offer));
  }
}
