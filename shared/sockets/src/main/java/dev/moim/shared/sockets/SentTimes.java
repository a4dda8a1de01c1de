package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/**
 * When messages were sent: when the gateway received them, in whole milliseconds. Of two messages
 * of one socket with the same millisecond the one that this function instance handles later gets
 * the next one that is free, so that times are unique and rise with the order of sending. Only two
 * messages of one millisecond that two instances handle may get the same time; ids tell them apart.
 */
public final class SentTimes {

  /** Far more than one instance serves. */
  private static final int MAX_SOCKETS = 10_000;

  /** Frames are handled within seconds. */
  private static final Duration LIFE = Duration.ofMinutes(1);

  /** Nobody types faster. */
  private static final int MAX_TIMES = 64;

  private final Recent<String, TreeSet<Long>> given = new Recent<>(MAX_SOCKETS, LIFE);

  /** To be asked once for each message. */
  public synchronized Instant of(Sender sender) {
    TreeSet<Long> taken = given.find(sender.connectionId()).orElseGet(TreeSet::new);
    long time = sender.receivedAt().toEpochMilli();
    while (!taken.add(time)) {
      time++;
    }
    if (taken.size() > MAX_TIMES) {
      taken.pollFirst();
    }
    given.put(sender.connectionId(), taken);
    return Instant.ofEpochMilli(time);
  }
}
