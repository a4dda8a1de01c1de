package dev.moim.shared.sockets;

import java.time.Duration;
import java.time.Instant;

/**
 * The socket a frame came over, and when: the only things about it that need no proof.
 *
 * @param receivedAt when the gateway received the frame, in whole milliseconds. Frames of one
 *     socket reach functions in any order; this is the order they were sent in
 * @param age of the socket at that moment
 * @param bytes how long the frame is
 * @param lastAttempt whether a request that is refused now is not tried again
 */
public record Sender(
    String connectionId,
    Dialect dialect,
    Instant receivedAt,
    Duration age,
    int bytes,
    boolean lastAttempt) {

  /** A client that has just connected sends what belongs together in one breath. */
  private static final Duration NEW = Duration.ofSeconds(5);

  public Sender(String connectionId, Dialect dialect, Instant receivedAt, Duration age) {
    this(connectionId, dialect, receivedAt, age, 0, false);
  }

  public boolean isNew() {
    return age.compareTo(NEW) < 0;
  }

  public Sender speaking(Dialect other) {
    return new Sender(connectionId, other, receivedAt, age, bytes, lastAttempt);
  }

  /** The same, having sent a frame of this length. */
  public Sender sending(int length) {
    return new Sender(connectionId, dialect, receivedAt, age, length, lastAttempt);
  }

  Sender tryingLast() {
    return new Sender(connectionId, dialect, receivedAt, age, bytes, true);
  }
}
