package dev.moim.licenses;

import dev.moim.shared.kernel.DerivedIds;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Seat;

/**
 * A connection to a session. Its ids are derived: who knows the gateway's or LiveKit's own could
 * tell connections apart that belong to others.
 *
 * @param tokenId names what let the participant in, and opens nothing
 * @param viewer where the connection comes from, as far as the edge told us
 * @param active whether somebody is there: not while a lost socket may still return, nor before a
 *     token was used
 * @param createdAt epoch milliseconds of the first join
 * @param updatedAt epoch milliseconds of the join or the loss, whichever came last
 */
public record Participant(
    String id,
    String connectionId,
    String tokenId,
    String userName,
    Viewer viewer,
    boolean active,
    long createdAt,
    long updatedAt) {

  static Participant of(String sessionId, Seat seat) {
    return new Participant(
        DerivedIds.numeric(seat.joinedAt(), sessionId, seat.userId(), seat.connectionId()),
        derived("con_", 10, sessionId, seat),
        derived("tok_", 16, sessionId, seat),
        seat.name(),
        seat.viewer(),
        isActive(seat),
        seat.joinedAt(),
        seat.lost() ? Math.max(seat.joinedAt(), seat.lostAt()) : seat.joinedAt());
  }

  private static String derived(String prefix, int length, String sessionId, Seat seat) {
    return prefix
        + DerivedIds.base62(length, prefix, sessionId, seat.userId(), seat.connectionId());
  }

  static boolean isActive(Seat seat) {
    return !seat.lost() && !seat.isLease();
  }
}
