package dev.moim.licenses;

import dev.moim.shared.kernel.DerivedIds;
import dev.moim.shared.kernel.Sha256;
import dev.moim.shared.licenses.License;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.time.Instant;
import java.util.List;

/**
 * An open room and the connections to it, as the tenant's server sees them. A room that was closed
 * and made again is another session.
 *
 * @param id a number that grows with time; see {@link DerivedIds#numeric}
 * @param sessionId what tells this session from all others
 * @param name SHA-256 of {@code domain:roomName}, hex, as in the document's sample
 * @param createdAt epoch milliseconds
 */
public record Session(
    String id,
    String sessionId,
    String domain,
    String roomName,
    String name,
    long createdAt,
    List<Participant> participants) {

  static Session of(License tenant, Room room, Instant now) {
    String[] key = {tenant.id(), room.roomId(), Long.toString(room.createdAt())};
    String sessionId = "ses_" + DerivedIds.base62(10, key);
    return new Session(
        DerivedIds.numeric(room.createdAt(), key),
        sessionId,
        tenant.domain(),
        room.roomId(),
        Sha256.hex(tenant.domain() + ":" + room.roomId()),
        room.createdAt(),
        seats(room, now).stream().map(seat -> Participant.of(sessionId, seat)).toList());
  }

  /** All but those of tokens that nobody came with in time. */
  private static List<Seat> seats(Room room, Instant now) {
    return room.inOrder().stream()
        .filter(seat -> !seat.isLease() || seat.lostAt() >= now.toEpochMilli())
        .toList();
  }
}
