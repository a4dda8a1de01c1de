package dev.moim.studies.call;

import java.time.Instant;
import java.util.Optional;

/**
 * Why somebody counts as being in the call, and until when.
 *
 * @param socket over which they take part; empty for whoever joined by a request alone
 * @param lostAt when the socket was lost, in epoch milliseconds; 0 while it is not
 * @param until when they count as gone unless heard of again, in epoch milliseconds; 0 for never,
 *     which is as long as a socket is open
 */
public record Presence(Optional<Socket> socket, long lostAt, long until) {

  static final Presence NONE = new Presence(Optional.empty(), 0, 0);

  static Presence on(Socket socket) {
    return new Presence(Optional.of(socket), 0, 0);
  }

  static Presence leased(Instant until) {
    return new Presence(Optional.empty(), 0, until.toEpochMilli());
  }

  Presence lost(Instant at, Instant until) {
    return new Presence(socket, at.toEpochMilli(), until.toEpochMilli());
  }

  public boolean isLost() {
    return lostAt != 0;
  }

  /** Whether nothing has been heard of them for too long. */
  boolean isOverAt(Instant now) {
    return until != 0 && until <= now.toEpochMilli();
  }

  /** When they went: with their socket, or when their time was up. */
  Instant end() {
    return Instant.ofEpochMilli(isLost() ? lostAt : until);
  }
}
