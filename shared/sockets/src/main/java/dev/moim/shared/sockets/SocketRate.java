package dev.moim.shared.sockets;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How often each socket may do something: so many times at once, and then once in each interval. It
 * is counted in the memory of one function instance, at no cost; all instances together are bounded
 * by how many of them serve one socket, and that by the throttling of the stage.
 */
public final class SocketRate {

  /** Far more than one instance serves; the one idle for longest is forgotten first. */
  private static final int MAX_SOCKETS = 10_000;

  /** What a socket has left, and since when it has grown. */
  private record Left(double tokens, long millis) {}

  private final int burst;
  private final Duration interval;
  private final Clock clock;
  private final SequencedMap<String, Left> sockets = new LinkedHashMap<>(16, 0.75f, true);

  public SocketRate(int burst, Duration interval, Clock clock) {
    this.burst = burst;
    this.interval = interval;
    this.clock = clock;
  }

  /** Counts one more, unless it is one too many. */
  public synchronized boolean admits(Sender sender) {
    long now = clock.millis();
    Left left = sockets.getOrDefault(sender.connectionId(), new Left(burst, now));
    double grown = (double) Math.max(0, now - left.millis()) / interval.toMillis();
    double tokens = Math.min(burst, left.tokens() + grown);
    boolean admitted = tokens >= 1;
    sockets.put(sender.connectionId(), new Left(admitted ? tokens - 1 : tokens, now));
    if (sockets.size() > MAX_SOCKETS) {
      sockets.pollFirstEntry();
    }
    return admitted;
  }
}
