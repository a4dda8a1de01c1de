package dev.moim.rooms.socketio;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.Upgrade;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A request of a client that polls.
 *
 * @param receivedAt by the gateway
 * @param session empty if it has none yet
 */
record PollingRequest(EngineIoVersion version, Instant receivedAt, Optional<SessionId> session) {

  /**
   * @throws DomainException a {@link PollingError} if it is none, or its session is over
   */
  static PollingRequest of(HttpRequest request) {
    if (!request.query("transport").filter("polling"::equals).isPresent()) {
      throw new DomainException(PollingError.TRANSPORT_UNKNOWN);
    }
    EngineIoVersion version =
        EngineIoVersion.of(request.query(EngineIoVersion.PARAMETER).orElse(""))
            .orElseThrow(() -> new DomainException(PollingError.UNSUPPORTED_VERSION));
    Instant now = request.receivedAt();
    Optional<SessionId> session = request.query(Upgrade.PARAMETER).map(sid -> session(sid, now));
    return new PollingRequest(version, now, session);
  }

  private static SessionId session(String sid, Instant now) {
    SessionId session =
        SessionId.parse(sid).orElseThrow(() -> new DomainException(PollingError.SESSION_UNKNOWN));
    if (!session.polls(now)) {
      throw new DomainException(PollingError.WEBSOCKET_NEEDED);
    }
    return session;
  }

  /** Nothing on the way may keep it for another. */
  static HttpReply answer(String body) {
    return HttpReply.text("text/plain; charset=utf-8", body).with("cache-control", "no-store");
  }
}
