package dev.moim.studies.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why somebody counts as being in the call, and until when.
 *
 * @param socket over which they take part; empty for whoever joined by a request alone
 * @param lostAt when the socket was lost, in epoch milliseconds; 0 while it is not
 * @param until when the grace of a lost socket, or the lease of a request, is over, in epoch
 *     milliseconds; 0 for never, which is as long as a socket is open
 */
public record Liveness(Optional<PeerSocket> socket, long lostAt, long until) {

  static final Liveness NONE = new Liveness(Optional.empty(), 0, 0);

  static Liveness on(PeerSocket socket) {
    return new Liveness(Optional.of(socket), 0, 0);
  }

  static Liveness leased(Instant until) {
    return new Liveness(Optional.empty(), 0, until.toEpochMilli());
  }

  Liveness lost(Instant at, Duration grace) {
    return new Liveness(socket, at.toEpochMilli(), at.plus(grace).toEpochMilli());
  }

  public boolean isLost() {
    return lostAt != 0;
  }

  /** Whether it is by a request alone. */
  public boolean isLeased() {
    return until != 0 && !isLost();
  }

  /** The socket that messages reach them over. */
  public Optional<PeerSocket> openSocket() {
    return isLost() ? Optional.empty() : socket;
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
