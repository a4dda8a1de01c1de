package dev.moim.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Frees the seats of tokens whose holders are not at the media server. */
public final class FreeSeats {

  private static final int ATTEMPTS = 3;

  /** News of somebody who has just joined may be older than what the media server says. */
  private static final Duration JUST_JOINED = Duration.ofMinutes(1);

  private final Rooms rooms;
  private final Seats seats;
  private final Leases leases;
  private final TellMembers tell;
  private final Clock clock;

  public FreeSeats(Rooms rooms, Seats seats, Leases leases, TellMembers tell, Clock clock) {
    this.rooms = rooms;
    this.seats = seats;
    this.leases = leases;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Keeps the seats of sockets, of these participants, and leases that have time left.
   *
   * @return the room as it is then; empty if it is gone or keeps changing
   */
  Optional<Room> ofAllBut(Room room, Collection<Participant> present) {
    Set<String> sids = present.stream().map(Participant::sid).collect(Collectors.toSet());
    Optional<Room> latest = Optional.of(room);
    for (int i = 0; i < ATTEMPTS && latest.isPresent(); i++) {
      List<Seat> abandoned = abandoned(latest.get(), sids);
      Optional<Room> freed = leases.free(latest.get(), abandoned);
      if (freed.isPresent()) {
        abandoned.stream()
            .filter(Seat::present)
            .forEach(seat -> tell.changed(freed.get(), seat.userId()));
        return freed;
      }
      latest = rooms.findNow(room.key());
    }
    return Optional.empty();
  }

  /**
   * Frees the seat that is this very connection's, unless its member is on a socket.
   *
   * @return the room without the seat, or empty if there was nothing to free
   */
  Optional<Room> of(RoomKey key, Participant participant) {
    Optional<Room> room = rooms.findNow(key);
    Optional<Departure> freed =
        room.filter(found -> sitsWithoutSocket(found, participant))
            .flatMap(found -> seats.leave(found, participant.holder()));
    freed.ifPresent(tell::gone);
    // An earlier delivery of this event may have freed the seat, and died before it told.
    room.filter(found -> found.seat(participant.identity()).isEmpty())
        .ifPresent(found -> tell.changed(found, participant.identity()));
    return freed.map(Departure::now);
  }

  private static boolean sitsWithoutSocket(Room room, Participant participant) {
    return room.seat(participant.identity()).filter(seat -> !seat.hasSocket()).isPresent();
  }

  private List<Seat> abandoned(Room room, Set<String> sids) {
    Instant now = clock.instant();
    return room.seats().values().stream()
        .filter(seat -> !seat.hasSocket())
        .filter(seat -> seat.isLease() ? seat.leaseEndedBefore(now) : gone(seat, sids, now))
        .toList();
  }

  private static boolean gone(Seat seat, Set<String> sids, Instant now) {
    return !sids.contains(seat.connectionId())
        && seat.joinedAt() < now.minus(JUST_JOINED).toEpochMilli();
  }
}
