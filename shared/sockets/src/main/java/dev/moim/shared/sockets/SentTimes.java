package dev.moim.shared.sockets;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * When messages were sent: when the gateway received them, in whole milliseconds. Of two messages
 * of one socket with the same millisecond the one that this function instance handles later gets
 * the next one that is free, so that times are unique and rise with the order of sending. Only two
 * messages of one millisecond that two instances handle may get the same time; ids tell them apart.
 */
public final class SentTimes {

  /** Far more than one instance serves; the one idle for longest is forgotten first. */
  private static final int MAX_SOCKETS = 10_000;

  /** Frames are handled within seconds, and nobody types faster. */
  private static final int MAX_TIMES = 64;

  private final SequencedMap<String, TreeSet<Long>> given = new LinkedHashMap<>(16, 0.75f, true);

  /** To be asked once for each message. */
  public synchronized Instant of(Sender sender) {
    TreeSet<Long> taken = given.computeIfAbsent(sender.connectionId(), socket -> new TreeSet<>());
    if (given.size() > MAX_SOCKETS) {
      given.pollFirstEntry();
    }
    long time = sender.receivedAt().toEpochMilli();
    while (!taken.add(time)) {
      time++;
    }
    if (taken.size() > MAX_TIMES) {
      taken.pollFirst();
    }
    return Instant.ofEpochMilli(time);
  }
}
