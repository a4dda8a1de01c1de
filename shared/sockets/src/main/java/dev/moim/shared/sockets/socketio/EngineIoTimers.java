package dev.moim.shared.sockets.socketio;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.engineio.Handshake;
import java.time.Duration;
import java.util.Map;

/**
 * What an Engine.IO server says without being asked: the handshake once the socket is open, and, in
 * version 4, the pings. In version 3 the client pings.
 */
public final class EngineIoTimers {

  private static final String GREET = "greet";
  private static final String PING = "ping";

  /** What a version 3 client is told behind the handshake, since it does not ask to be let in. */
  @FunctionalInterface
  public interface Welcome {
    String frame(String connectionId);
  }

  /** So long that a late ping never ends a session; the gateway ends a dead socket sooner. */
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(6_700);

  private static final Duration V3_PING_TIMEOUT = Duration.ofSeconds(200);

  /** A frame of a browser is at most this long; larger ones the gateway closes with 1009. */
  private static final int MAX_PAYLOAD = 32 * 1_024;

  private static final int SID_LENGTH = 20;

  /** The client waits 20 s for the handshake. */
  private static final int MAX_ATTEMPTS = 15;

  private final Sockets sockets;
  private final Timers timers;
  private final Welcome welcome;
  private final Duration pingInterval;

  /**
   * @param pingInterval shorter than the ten minutes after which API Gateway closes an idle socket
   */
  public EngineIoTimers(Sockets sockets, Timers timers, Welcome welcome, Duration pingInterval) {
    this.sockets = sockets;
    this.timers = timers;
    this.welcome = welcome;
    this.pingInterval = pingInterval;
  }

  /** What the family's timer function does for these timers. */
  public void addTo(TimerActions actions) {
    actions.on(GREET, this::onGreet).on(PING, this::onPing);
  }

  public void greet(String connectionId, EngineIoVersion version) {
    greet(connectionId, version, Ids.base62(SID_LENGTH));
  }

  /**
   * @param sid what version 3 clients take for the socket's id
   */
  public void greet(String connectionId, EngineIoVersion version, String sid) {
    Map<String, String> data =
        Map.of("connectionId", connectionId, "version", version.name(), "sid", sid, "attempt", "1");
    timers.set(new Timer(GREET, data), Duration.ZERO);
  }

  /**
   * Until {@code $connect} has returned a post gets 410, as it does after the socket was closed.
   */
  private void onGreet(Timer timer) {
    String connectionId = timer.get("connectionId");
    EngineIoVersion version = EngineIoVersion.valueOf(timer.get("version"));
    if (sockets.post(connectionId, handshake(version, timer.get("sid"))) == Posted.DELIVERED) {
      if (version == EngineIoVersion.V3) {
        sockets.post(connectionId, welcome.frame(connectionId));
      } else {
        timers.set(ping(connectionId), pingInterval);
      }
      return;
    }
    int attempt = Integer.parseInt(timer.get("attempt"));
    if (attempt < MAX_ATTEMPTS) {
      timers.set(timer.with("attempt", Integer.toString(attempt + 1)), Duration.ofSeconds(1));
    }
  }

  private void onPing(Timer timer) {
    String connectionId = timer.get("connectionId");
    if (sockets.post(connectionId, EngineIoCodec.encode(EngineIoPacket.ping())) != Posted.GONE) {
      timers.set(ping(connectionId), pingInterval);
    }
  }

  private static Timer ping(String connectionId) {
    return new Timer(PING, Map.of("connectionId", connectionId));
  }

  private String handshake(EngineIoVersion version, String sid) {
    boolean v3 = version == EngineIoVersion.V3;
    Handshake handshake =
        new Handshake(sid, pingInterval, v3 ? V3_PING_TIMEOUT : PING_TIMEOUT, MAX_PAYLOAD);
    return EngineIoCodec.encode(handshake.packet(version));
  }
}
