package dev.moim.studies.signal;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Posts events to sockets. Who has none open misses them: a client that comes back asks for the
 * state of the room, as with any Socket.IO server.
 */
public final class Broadcast {

  /** The timer of a socket that a post found closed, and {@code $disconnect} may never come. */
  public static final String LOST = "lost";

  /** The timer of a post that got no answer. */
  public static final String RETRY = "retry";

  private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

  private final Sockets sockets;
  private final Timers timers;

  public Broadcast(Sockets sockets, Timers timers) {
    this.sockets = sockets;
    this.timers = timers;
  }

  /** In this order; each to all its sockets at once, so that a slow one delays no other. */
  public void send(List<Notice> notices) {
    notices.forEach(this::send);
  }

  private void send(Notice notice) {
    String frame = frame(notice);
    if (notice.to().size() == 1) {
      post(notice.to().getFirst(), frame);
    } else {
      try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
        notice.to().forEach(connectionId -> each.execute(() -> post(connectionId, frame)));
      }
    }
  }

  private void post(String connectionId, String frame) {
    switch (sockets.post(connectionId, frame)) {
      case DELIVERED -> {}
      case GONE -> lost(connectionId);
      case UNKNOWN ->
          timers.set(
              new Timer(RETRY, Map.of("connectionId", connectionId, "frame", frame)), RETRY_DELAY);
    }
  }

  /** The second and last attempt. It may be a repetition: better an offer twice than never. */
  public void retry(Timer timer) {
    if (sockets.post(timer.get("connectionId"), timer.get("frame")) == Sockets.Posted.GONE) {
      lost(timer.get("connectionId"));
    }
  }

  private void lost(String connectionId) {
    timers.set(new Timer(LOST, Map.of("connectionId", connectionId)), Duration.ZERO);
  }

  /** Written once, however many are told. */
  private static String frame(Notice notice) {
    return EngineIoCodec.encode(
        EngineIoPacket.message(
            SocketIoCodec.encodeEvent("/", notice.event(), Json.write(notice.data()))));
  }
}
