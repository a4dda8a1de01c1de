package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Connections.Entering;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.Seats.Joined;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code joinRoom}: takes a seat and answers with everyone who is there. */
public final class JoinRoom implements Operation {

  /** So close together a page that mounts twice joins, leaves and joins. */
  private static final Duration BREATH = Duration.ofSeconds(2);

  private final Connections connections;
  private final Seats seats;
  private final Arrival arrival;
  private final GroupMedia media;
  private final Rate limit;
  private final Duration grace;

  /**
   * @param limit how often one connection may join rooms
   * @param grace how long a lost socket keeps its seat; afterwards a full room gives it away
   */
  public JoinRoom(
      Connections connections,
      Seats seats,
      Arrival arrival,
      GroupMedia media,
      Rate limit,
      Duration grace) {
    this.limit = limit;
    this.connections = connections;
    this.seats = seats;
    this.arrival = arrival;
    this.media = media;
    this.grace = grace;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Connection caller = enter(sender, claim);
    RoomKey key = caller.owner().room(claim.roomId());
    Instant now = sender.receivedAt();
    SeatHolder member = new SeatHolder(claim.userId(), sender.connectionId());
    return switch (seats.join(key, seat(caller, now), now.minus(grace))) {
      case Joined.New(Room room) -> joined(room, member, List.of());
      case Joined.Swapped(Departure evicted) -> joined(evicted.now(), member, told(evicted));
      case Joined.Back(Room room) ->
          arrival.after(Outcome.reply(reply(room, claim.userId(), true)), room, member);
      case Joined.AlreadyIn(Room room) -> already(sender, room, claim);
      case Joined.Full() -> throw refuse(sender, member, key, CallError.ROOM_FULL);
      case Joined.NoRoom() -> throw refuse(sender, member, key, CallError.NO_SUCH_ROOM);
      case Joined.Kicked() -> throw refuse(sender, member, key, CallError.NO_PERMISSION);
      case Joined.Locked() -> throw refuse(sender, member, key, CallError.LOCKED);
    };
  }

  /** Of one that was only kept for the holder of a token nobody has heard. */
  private static List<Notice> told(Departure evicted) {
    return evicted.seat().isLease() ? List.of() : FreeSeat.notices(evicted);
  }

  private static Seat seat(Connection caller, Instant now) {
    return new Seat(
        caller.owner().user(),
        SeatConnection.socket(caller.id(), caller.viewer(), caller.dialect()),
        caller.name(),
        now.toEpochMilli(),
        caller.device(),
        Seat.newcomer());
  }

  private Connection enter(Sender sender, Claim claim) {
    return switch (connections.enter(sender.connectionId(), claim, sender.receivedAt(), limit)) {
      case Entering.Entered(Connection caller) -> caller;
      case Entering.NotRegistered() -> throw new DomainException(CallError.NOT_REGISTERED);
      case Entering.LeftSince() ->
          throw new DomainException(CallError.NO_PERMISSION, "left the room since this was asked");
      case Entering.OtherUser() ->
          throw new DomainException(
              CallError.NO_PERMISSION, "userId is not this connection's user");
      case Entering.TooSoon(Duration waiting) ->
          throw DomainException.retryAfter(CallError.TOO_SOON, waiting);
      case Entering.TooManyRooms() ->
          throw new DomainException(
              CallError.TOO_MUCH, "one connection may be in " + Connection.MAX_ROOMS + " rooms");
    };
  }

  /**
   * Leaving and joining in one breath may arrive the other way round. A join older than the one
   * that was served has its wish; a newer one waits a moment for the leave between the two, and in
   * any case makes sure that it ends inside.
   */
  private Outcome already(Sender sender, Room room, Claim claim) {
    Seat seat = Membership.target(room, claim.userId());
    if (!seat.heldBy(sender.connectionId())) {
      throw new DomainException(CallError.ALREADY_IN_ROOM);
    }
    long asked = sender.receivedAt().toEpochMilli();
    if (asked < seat.lastAsked()) {
      return Outcome.reply(reply(room, claim.userId(), true));
    }
    if (asked - seat.askedToJoin() < BREATH.toMillis() && !sender.lastAttempt()) {
      throw DomainException.pending(CallError.ALREADY_IN_ROOM);
    }
    seats.joinedAgain(room.key(), seat.holder(), sender.receivedAt());
    throw new DomainException(CallError.ALREADY_IN_ROOM);
  }

  private DomainException refuse(Sender sender, SeatHolder member, RoomKey room, CallError why) {
    connections.exit(member, room, sender.receivedAt());
    return new DomainException(why);
  }

  private Outcome joined(Room room, SeatHolder member, List<Notice> first) {
    Measures.count(Metric.JOINS, 1);
    String userId = member.userId();
    Outcome outcome =
        Outcome.reply(reply(room, userId, false))
            .telling(first)
            .telling(Tell.others(room, userId, Presence.join(room, userId)));
    return arrival.after(outcome, room, member);
  }

  private Map<String, @Nullable Object> reply(Room room, String userId, boolean recovered) {
    Map<String, @Nullable Object> reply = RoomView.of(room);
    reply.put("recovered", recovered);
    if (room.media()) {
      reply.put("livekit", media.access(room, userId));
    }
    return reply;
  }
}
