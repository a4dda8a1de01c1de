package dev.moim.local.socket;

import dev.moim.local.time.Timeline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection that is too old or idle for too long; nothing of it outlives the connection.
 */
final class Lifespan {

  private final Connection connection;
  private final Timeline timeline;
  private final Runnable end;
  private final Timeline.Task life;
  private Timeline.@Nullable Task idle;
  private boolean stopped;

  /**
   * @param end closes the connection
   */
  Lifespan(Connection connection, Timeline timeline, Runnable end) {
    this.connection = connection;
    this.timeline = timeline;
    this.end = end;
    this.life = timeline.after(SocketLimits.LIFE, end);
    watchIdle(SocketLimits.IDLE);
  }

  Connection connection() {
    return connection;
  }

  synchronized void stop() {
    stopped = true;
    life.cancel();
    if (idle != null) {
      idle.cancel();
    }
  }

  private synchronized void watchIdle(Duration wait) {
    if (!stopped) {
      idle = timeline.after(wait, this::checkIdle);
    }
  }

  private void checkIdle() {
    Duration left =
        Duration.between(timeline.now(), connection.lastActiveAt().plus(SocketLimits.IDLE));
    if (left.isPositive()) {
      watchIdle(left);
    } else {
      end.run();
    }
  }
}
