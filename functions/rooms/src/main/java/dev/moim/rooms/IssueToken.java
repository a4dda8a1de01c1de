package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaGrants;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.Seats.Joined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Lets a user into a room: takes a seat for the identity, or finds the one it has, and mints a
 * token. LiveKit is not asked.
 */
public final class IssueToken {

  /** A lease with less than this left is prolonged: the client has yet to connect. */
  private static final Duration LEAST_LEFT = Duration.ofMinutes(1);

  /**
   * A way into a room's media.
   *
   * @param media where the token is good
   */
  public record Issued(String token, Media media) {

    public String mediaUrl() {
      return media.clientUrl();
    }
  }

  private final Licenses licenses;
  private final RoomFinder finder;
  private final TakeSeat takeSeat;
  private final Seats seats;
  private final Leases leases;
  private final Supplier<Media> media;
  private final Clock clock;

  public IssueToken(
      Licenses licenses,
      RoomFinder finder,
      TakeSeat takeSeat,
      Seats seats,
      Leases leases,
      Supplier<Media> media,
      Clock clock) {
    this.licenses = licenses;
    this.finder = finder;
    this.takeSeat = takeSeat;
    this.seats = seats;
    this.leases = leases;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @param viewer whoever asks, as the request's headers say
   */
  public Issued issue(Caller caller, Viewer viewer, Fields request) {
    String userName = Names.userName(caller, request);
    RoomKey key = finder.keyOf(caller, Names.roomId(caller, request));
    Media there = media.get();
    requireEnabled(key.licenseId());
    Room room = seated(key, lease(userName, viewer));
    if (!caller.proven()) {
      requireNoSocket(room, userName);
    }
    MediaGrants grants = new MediaGrants(false, room.permits().sources(userName));
    String token = there.tokens().mint(MediaRoomName.of(room.key()), userName, grants);
    return new Issued(token, there);
  }

  /** Whatever its tokens and rooms still allow, a disabled license lets nobody in. */
  private void requireEnabled(String licenseId) {
    if (licenses.find(licenseId).filter(License::enabled).isEmpty()) {
      throw new DomainException(RoomError.LICENSE_DISABLED);
    }
  }

  /**
   * Whoever is on a socket has shown the license's key. A request that proves nothing must not take
   * their place: LiveKit disconnects the earlier of two of one identity.
   */
  private static void requireNoSocket(Room room, String userName) {
    if (room.seat(userName).filter(Seat::hasSocket).isPresent()) {
      throw new DomainException(RoomError.SEAT_TAKEN);
    }
  }

  private Seat lease(String userName, Viewer viewer) {
    return Seat.leased(userName, clock.instant(), Leases.LIFE, viewer);
  }

  private Room seated(RoomKey key, Seat lease) {
    Instant now = Instant.ofEpochMilli(lease.joinedAt());
    return switch (takeSeat.join(key, lease)) {
      case Joined.New(Room room) -> requireMedia(room, lease);
      case Joined.Swapped swapped -> requireMedia(swapped.room(), lease);
      case Joined.Back(Room room) -> room;
      case Joined.AlreadyIn(Room room) -> renewed(requireMedia(room, lease), lease, now);
      case Joined.Full() -> throw new DomainException(RoomError.ROOM_FULL);
      case Joined.Kicked() -> throw new DomainException(RoomError.KICKED);
      case Joined.Locked() -> throw new DomainException(RoomError.ROOM_LOCKED);
      case Joined.NoRoom() -> throw new DomainException(RoomError.ROOM_NOT_FOUND);
    };
  }

  /** A room without media is none of this family; the seat just taken in it is given back. */
  private Room requireMedia(Room room, Seat taken) {
    if (room.media()) {
      return room;
    }
    room.seat(taken.userId())
        .filter(Seat::isLease)
        .ifPresent(seat -> seats.leave(room, seat.holder()));
    throw new DomainException(RoomError.ROOM_NOT_FOUND);
  }

  private Room renewed(Room room, Seat lease, Instant now) {
    boolean outdated =
        room.seat(lease.userId())
            .filter(Seat::isLease)
            .filter(seat ->
                seat.lostAt() < now.plus(LEAST_LEFT).toEpochMilli()
                    || !seat.viewer().equals(lease.viewer()))
            .isPresent();
    if (outdated) {
      leases.renew(room, lease);
    }
    return room;
  }
}
