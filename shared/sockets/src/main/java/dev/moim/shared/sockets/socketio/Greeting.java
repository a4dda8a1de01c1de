package dev.moim.shared.sockets.socketio;

import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.engineio.Handshake;
import java.time.Duration;
import java.util.List;

/**
 * What an Engine.IO server says first.
 *
 * @param pingInterval shorter than the ten minutes after which API Gateway closes an idle socket
 */
public record Greeting(Duration pingInterval) {

  /** A body of a client that polls is at most this long. */
  public static final int MAX_POLLED_BYTES = 16 * 1_024;

  /** A frame of a browser is at most this long; larger ones the gateway closes with 1009. */
  private static final int MAX_FRAME_BYTES = 32 * 1_024;

  /** So long that a late ping never ends a session; the gateway ends a dead socket sooner. */
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(6_700);

  private static final Duration V3_PING_TIMEOUT = Duration.ofSeconds(200);

  /** On a socket that is open. */
  public EngineIoPacket onSocket(EngineIoVersion version, String sid) {
    return packet(version, new Terms(sid, List.of(), MAX_FRAME_BYTES));
  }

  /** To a client that polls, which is to open a socket. */
  public EngineIoPacket toPoll(EngineIoVersion version, String sid) {
    return packet(version, new Terms(sid, List.of("websocket"), MAX_POLLED_BYTES));
  }

  private record Terms(String sid, List<String> upgrades, int maxPayload) {}

  private EngineIoPacket packet(EngineIoVersion version, Terms terms) {
    Duration timeout = version == EngineIoVersion.V3 ? V3_PING_TIMEOUT : PING_TIMEOUT;
    return new Handshake(terms.sid, terms.upgrades, pingInterval, timeout, terms.maxPayload)
        .packet(version);
  }
}
