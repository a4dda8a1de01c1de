package dev.moim.licenses;

import dev.moim.shared.kernel.DerivedIds;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Seat;

/**
 * A connection to a session. Its ids are derived: who knows the gateway's or LiveKit's own could
 * tell connections apart that belong to others.
 */
public record Participant(String sessionId, Seat seat) {

  public String id() {
    return DerivedIds.numeric(seat.joinedAt(), sessionId, seat.userId(), seat.connectionId());
  }

  public String connectionId() {
    return "con_" + derived(10, "con_");
  }

  /** Names what let the participant in, and opens nothing. */
  public String tokenId() {
    return "tok_" + derived(16, "tok_");
  }

  private String derived(int length, String kind) {
    return DerivedIds.base62(length, kind, sessionId, seat.userId(), seat.connectionId());
  }

  public String userName() {
    return seat.name();
  }

  /** Where the connection comes from, as far as the edge told us. */
  public Viewer viewer() {
    return seat.viewer();
  }

  /**
   * Whether somebody is there: not while a lost socket may still return, nor before a token was
   * used.
   */
  public boolean active() {
    return isActive(seat);
  }

  static boolean isActive(Seat seat) {
    return !seat.lost() && !seat.isLease();
  }

  /** Epoch milliseconds of the first join. */
  public long createdAt() {
    return seat.joinedAt();
  }

  /** Epoch milliseconds of the join or the loss, whichever came last. */
  public long updatedAt() {
    return seat.lost() ? Math.max(seat.joinedAt(), seat.lostAt()) : seat.joinedAt();
  }
}
