package dev.moim.calls.room;

import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How a member leaves a room, whether on request, by losing its socket, or by registering anew. */
public final class FreeSeat {

  private final Rooms rooms;
  private final Seats seats;
  private final Leases leases;
  private final Licenses licenses;
  private final Connections connections;
  private final GroupMedia media;
  private final Clock clock;

  public FreeSeat(
      Rooms rooms,
      Seats seats,
      Leases leases,
      Licenses licenses,
      Connections connections,
      GroupMedia media,
      Clock clock) {
    this.rooms = rooms;
    this.seats = seats;
    this.leases = leases;
    this.licenses = licenses;
    this.connections = connections;
    this.media = media;
    this.clock = clock;
  }

  /**
   * Frees the seat and takes the room away with its last member if it was made so.
   *
   * @return empty if the room is gone with it, or the seat was not this connection's
   */
  public Optional<Departure> leave(Room room, SeatHolder holder) {
    Optional<Departure> left = free(room, holder, () -> seats.leave(room, holder));
    connections.exit(holder, room.key());
    return left;
  }

  /**
   * The same at the member's wish. One that is older than its latest join, or than anything it did
   * inside, changes nothing: it has come back.
   *
   * @param asked when the gateway received it
   */
  Optional<Departure> leave(Room room, SeatHolder holder, Instant asked) {
    boolean joinedSince =
        room.seat(holder.userId())
            .filter(seat -> seat.lastAsked() >= asked.toEpochMilli())
            .isPresent();
    if (joinedSince) {
      return Optional.empty();
    }
    // The note first: a join that is half done looks for it once it has its seat.
    connections.exit(holder, room.key(), asked);
    return free(room, holder, () -> giveUp(room, holder, asked));
  }

  private Optional<Departure> giveUp(Room room, SeatHolder holder, Instant asked) {
    Optional<Departure> left = seats.leave(room, holder, asked);
    if (left.isEmpty()) {
      noteAgain(room, holder);
    }
    return left;
  }

  /** Whoever kept a seat by what it did since has it freed with its connection. */
  void noteAgain(Room room, SeatHolder holder) {
    rooms
        .findNow(room.key())
        .flatMap(now -> now.seat(holder.userId()))
        .filter(seat -> seat.holder().equals(holder))
        .map(seat -> Instant.ofEpochMilli(seat.lastAsked()))
        .ifPresent(since ->
            connections.enterAgain(
                holder.connectionId(), new Claim(holder.userId(), room.roomId()), since));
  }

  private Optional<Departure> free(
      Room room, SeatHolder holder, Supplier<Optional<Departure>> giveUp) {
    boolean seemsLast = room.destroy() && room.seats().size() == 1;
    if (seemsLast && rooms.deleteWithLast(room, holder)) {
      closed(room);
      return Optional.empty();
    }
    Optional<Departure> left = giveUp.get();
    // Only now: the timer finds whether the member still has a seat.
    left.ifPresent(departure -> media.left(departure.now(), holder.userId()));
    return left.filter(departure -> !removeWhenEmpty(withoutEndedLeases(departure.now())));
  }

  /**
   * A room to be removed that nobody is left in but leases that have ended: their holders never
   * came. One that has not ended keeps the room; the schedule of the rooms API ends it later.
   */
  private Room withoutEndedLeases(Room room) {
    Instant now = clock.instant();
    Collection<Seat> left = room.seats().values();
    boolean abandoned =
        room.destroy()
            && !left.isEmpty()
            && left.stream().allMatch(seat -> seat.leaseEndedBefore(now));
    return abandoned ? leases.free(room, left).orElse(room) : room;
  }

  /**
   * Two members freeSeat at once may each have seen the other; the later one finds the room empty.
   */
  public boolean removeWhenEmpty(Room room) {
    boolean removed = room.destroy() && room.seats().isEmpty() && rooms.deleteIfEmpty(room);
    if (removed) {
      closed(room);
    }
    return removed;
  }

  private void closed(Room room) {
    new EndedRooms(rooms, licenses).countOff(room);
    media.closed(room);
  }

  /** Tells those who are still there that what was shared has ended, and who is host now. */
  public static List<Notice> notices(Departure departure) {
    Room left = departure.now();
    String userId = departure.userId();
    Notice gone = notice(left, userId);
    return departure.endsShare()
        ? List.of(Tell.others(left, userId, Presence.share("shareStop", left, userId)), gone)
        : List.of(gone);
  }

  static Notice notice(Room left, String userId) {
    return Tell.others(left, userId, Presence.leave(left, userId));
  }
}
