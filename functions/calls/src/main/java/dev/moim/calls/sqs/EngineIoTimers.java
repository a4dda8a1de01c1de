package dev.moim.calls.sqs;

import dev.moim.delivery.Sockets;
import dev.moim.delivery.Sockets.Posted;
import dev.moim.delivery.Timers;
import dev.moim.delivery.Timers.Timer;
import dev.moim.kernel.Ids;
import dev.moim.wire.engineio.EngineIoCodec;
import dev.moim.wire.engineio.EngineIoPacket;
import dev.moim.wire.engineio.EngineIoVersion;
import dev.moim.wire.engineio.Handshake;
import dev.moim.wire.socketio.SocketIoCodec;
import dev.moim.wire.socketio.SocketIoPacket.Connect;
import java.time.Duration;
import java.util.Map;

/**
 * What an Engine.IO server says without being asked: the handshake once the socket is open, and, in
 * version 4, the pings. In version 3 the client pings.
 */
public final class EngineIoTimers {

  static final String GREET = "greet";
  static final String PING = "ping";

  /** API Gateway closes a socket that was idle for ten minutes. */
  private static final Duration PING_INTERVAL = Duration.ofMinutes(9);

  /** So long that a late ping never ends a session; the gateway ends a dead socket sooner. */
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(6_700);

  private static final Duration V3_PING_INTERVAL = Duration.ofMinutes(5);
  private static final Duration V3_PING_TIMEOUT = Duration.ofSeconds(200);

  /** A frame of a browser is at most this long; larger ones the gateway closes with 1009. */
  private static final int MAX_PAYLOAD = 32 * 1_024;

  /** In version 3 the server connects the root namespace by itself. */
  private static final String ROOT_CONNECTED =
      EngineIoCodec.encode(
          EngineIoPacket.message(SocketIoCodec.encode(new Connect("/", "", Map.of()))));

  private static final int SID_LENGTH = 20;

  /** The client waits 20 s for the handshake. */
  private static final int MAX_ATTEMPTS = 15;

  private final Sockets sockets;
  private final Timers timers;

  public EngineIoTimers(Sockets sockets, Timers timers) {
    this.sockets = sockets;
    this.timers = timers;
  }

  public void greet(String connectionId, EngineIoVersion version) {
    greet(connectionId, version, 1, Duration.ZERO);
  }

  private void greet(String connectionId, EngineIoVersion version, int attempt, Duration delay) {
    timers.set(
        new Timer(
            GREET,
            Map.of(
                "connectionId",
                connectionId,
                "version",
                version.name(),
                "attempt",
                Integer.toString(attempt))),
        delay);
  }

  /**
   * Until {@code $connect} has returned a post gets 410, as it does after the socket was closed.
   */
  void onGreet(Timer timer) {
    String connectionId = timer.get("connectionId");
    EngineIoVersion version = EngineIoVersion.valueOf(timer.get("version"));
    if (sockets.post(connectionId, handshake(version)) == Posted.DELIVERED) {
      if (version == EngineIoVersion.V3) {
        sockets.post(connectionId, ROOT_CONNECTED);
      } else {
        timers.set(ping(connectionId), PING_INTERVAL);
      }
      return;
    }
    int attempt = Integer.parseInt(timer.get("attempt"));
    if (attempt < MAX_ATTEMPTS) {
      greet(connectionId, version, attempt + 1, Duration.ofSeconds(1));
    }
  }

  void onPing(Timer timer) {
    String connectionId = timer.get("connectionId");
    if (sockets.post(connectionId, EngineIoCodec.encode(EngineIoPacket.ping())) != Posted.GONE) {
      timers.set(ping(connectionId), PING_INTERVAL);
    }
  }

  private static Timer ping(String connectionId) {
    return new Timer(PING, Map.of("connectionId", connectionId));
  }

  private static String handshake(EngineIoVersion version) {
    boolean v3 = version == EngineIoVersion.V3;
    Handshake handshake =
        new Handshake(
            Ids.base62(SID_LENGTH),
            v3 ? V3_PING_INTERVAL : PING_INTERVAL,
            v3 ? V3_PING_TIMEOUT : PING_TIMEOUT,
            MAX_PAYLOAD);
    return EngineIoCodec.encode(handshake.packet(version));
  }
}
