package dev.moim.shared.sockets.socketio;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.polling.PollingSessions;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.time.Duration;
import java.util.Map;

/**
 * What an Engine.IO server says without being asked: the handshake once the socket is open, and, in
 * version 4, the pings. In version 3 the client pings.
 */
public final class EngineIoTimers {

  private static final String GREET = "greet";
  private static final String PING = "ping";
  private static final String UPGRADED = "upgraded";

  /** What a version 3 client is told behind the handshake, since it does not ask to be let in. */
  @FunctionalInterface
  public interface Welcome {
    String frame(String connectionId);
  }

  /** After it a client that polls has given up, whose socket is not in use. */
  private static final Duration UPGRADE = Duration.ofSeconds(30);

  private static final int SID_LENGTH = 20;

  /** The client waits 20 s for the handshake. */
  private static final int MAX_ATTEMPTS = 15;

  private final Sockets sockets;
  private final Timers timers;
  private final Welcome welcome;
  private final Greeting greeting;
  private final PollingSessions sessions;

  public EngineIoTimers(
      Sockets sockets,
      Timers timers,
      Welcome welcome,
      Greeting greeting,
      PollingSessions sessions) {
    this.sockets = sockets;
    this.timers = timers;
    this.welcome = welcome;
    this.greeting = greeting;
    this.sessions = sessions;
  }

  /** What the family's timer function does for these timers. */
  public void addTo(TimerActions actions) {
    actions.on(GREET, this::onGreet).on(PING, this::onPing).on(UPGRADED, this::onUpgraded);
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
   * The same for a client that was greeted when it polled.
   *
   * @return false if the session has a socket already: this one must not open
   */
  public boolean upgrade(String connectionId, EngineIoVersion version, SessionId session) {
    if (!sessions.claim(session, connectionId)) {
      return false;
    }
    Map<String, String> data =
        Map.of("connectionId", connectionId, "version", version.name(), "sid", session.text());
    timers.set(new Timer(UPGRADED, data), UPGRADE);
    return true;
  }

  /** A socket on which nothing was answered is of no use to its client, which may not know it. */
  private void onUpgraded(Timer timer) {
    String connectionId = timer.get("connectionId");
    if (!sessions.isAnswered(new SessionId(timer.get("sid")))) {
      sockets.close(connectionId);
    } else if (EngineIoVersion.valueOf(timer.get("version")) == EngineIoVersion.V4) {
      Duration left = greeting.pingInterval().minus(UPGRADE);
      timers.set(ping(connectionId), left.isNegative() ? Duration.ZERO : left);
    }
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
        timers.set(ping(connectionId), greeting.pingInterval());
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
      timers.set(ping(connectionId), greeting.pingInterval());
    }
  }

  private static Timer ping(String connectionId) {
    return new Timer(PING, Map.of("connectionId", connectionId));
  }

  private String handshake(EngineIoVersion version, String sid) {
    return EngineIoCodec.encode(greeting.onSocket(version, sid));
  }
}
