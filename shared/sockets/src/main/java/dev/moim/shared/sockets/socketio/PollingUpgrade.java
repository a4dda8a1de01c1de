package dev.moim.shared.sockets.socketio;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.shared.sockets.polling.PollingSessions;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A client that began by polling says that from now on it speaks over its socket: what it has said
 * before is answered there.
 */
public final class PollingUpgrade {

  /** Where a socket comes from. */
  public record Origin(SessionId session, EngineIoVersion version) {}

  /** Knows of each socket whether its client began by polling. */
  @FunctionalInterface
  public interface Origins {
    Optional<Origin> of(String connectionId);
  }

  private final PollingSessions sessions;
  private final Origins origins;
  private final Sockets sockets;

  public PollingUpgrade(PollingSessions sessions, Origins origins, Sockets sockets) {
    this.sessions = sessions;
    this.origins = origins;
    this.sockets = sockets;
  }

  /**
   * Should this function die, or a post get no answer, the session stays unanswered, and {@link
   * EngineIoTimers} closes the socket: its client comes back.
   *
   * @param answers what the server says to the packets of a client of this version
   */
  void complete(
      String connectionId, BiFunction<EngineIoVersion, List<String>, List<String>> answers) {
    origins.of(connectionId).ifPresent(origin -> complete(connectionId, origin, answers));
  }

  private void complete(
      String connectionId,
      Origin origin,
      BiFunction<EngineIoVersion, List<String>, List<String>> answers) {
    Optional<List<String>> packets = sessions.take(origin.session(), connectionId);
    if (packets.isEmpty()) {
      return;
    }
    List<String> frames = answers.apply(origin.version(), packets.get());
    if (frames.stream().allMatch(frame -> sockets.post(connectionId, frame) == Posted.DELIVERED)) {
      sessions.answered(origin.session());
    }
  }
}
