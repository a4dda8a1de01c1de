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
 * @param sessionId what tells this session from all others
 */
public record Session(String sessionId, License tenant, Room room, List<Participant> participants) {

  static Session of(License tenant, Room room, Instant now) {
    String sessionId = "ses_" + DerivedIds.base62(10, identity(tenant, room));
    List<Participant> participants =
        seats(room, now).stream().map(seat -> new Participant(sessionId, seat)).toList();
    return new Session(sessionId, tenant, room, participants);
  }

  private static String[] identity(License tenant, Room room) {
    return new String[] {tenant.id(), room.roomId(), Long.toString(room.createdAt())};
  }

  /** All but those of tokens that nobody came with in time. */
  private static List<Seat> seats(Room room, Instant now) {
    return room.inOrder().stream()
        .filter(seat -> !seat.isLease() || seat.lostAt() >= now.toEpochMilli())
        .toList();
  }

  /** A number that grows with time; see {@link DerivedIds#numeric}. */
  public String id() {
    return DerivedIds.numeric(room.createdAt(), identity(tenant, room));
  }

  public String domain() {
    return tenant.domain();
  }

  public String roomName() {
    return room.roomId();
  }

  /** SHA-256 of {@code domain:roomName}, hex, as in the document's sample. */
  public String name() {
    return Sha256.hex(domain() + ":" + roomName());
  }

  /** Epoch milliseconds. */
  public long createdAt() {
    return room.createdAt();
  }
}
