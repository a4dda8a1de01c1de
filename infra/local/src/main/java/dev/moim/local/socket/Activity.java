package dev.moim.local.socket;

import dev.moim.local.time.Timeline;
import java.time.Instant;

/** When a socket's client was heard, and when anything was last said on it. */
final class Activity {

  private Instant lastHeardAt;
  private volatile Instant lastAt;

  Activity(Instant connectedAt) {
    lastHeardAt = connectedAt.minusMillis(1);
    lastAt = connectedAt;
  }

  /** Takes in a frame. They are read one after the other, and their stamps tell their order. */
  synchronized Arrival hear(Timeline timeline) {
    Arrival arrival = Arrival.now(timeline).after(lastHeardAt);
    lastHeardAt = arrival.at();
    return arrival;
  }

  void touch(Instant at) {
    lastAt = at;
  }

  Instant lastAt() {
    return lastAt;
  }
}
