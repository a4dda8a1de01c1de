package dev.moim.local.socket;

import dev.moim.local.time.Timeline;
import java.time.Instant;

/**
 * A handshake, frame or close as the gateway took it in. Taken before anything waits: however late
 * a function gets the event, it says when the client was heard.
 */
record Arrival(String requestId, Instant at) {

  static Arrival now(Timeline timeline) {
    return new Arrival(GatewayIds.next(), timeline.now());
  }

  /** A millisecond later than another one at least: what is stamped is whole milliseconds. */
  Arrival after(Instant other) {
    Instant earliest = other.plusMillis(1);
    return at.isBefore(earliest) ? new Arrival(requestId, earliest) : this;
  }
}
