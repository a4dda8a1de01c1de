package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Seats inside the room's item: one conditional {@code UpdateItem} per change. */
public final class DynamoSeats implements Seats {

  private static final int ATTEMPTS = 20;

  private final DynamoDbClient dynamo;
  private final RoomTable table;
  private final Departures departures;

  public DynamoSeats(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = new RoomTable(dynamo, table);
    departures = new Departures(this.table);
  }

  @Override
  public Joined join(RoomKey room, Seat seat, Instant lostBefore) {
    Update join =
        taking(room, seat).onlyIf(path(RoomItem.SEATS).size().lessThan(path(RoomItem.CAPACITY)));
    try {
      return new Joined.New(apply(join));
    } catch (ConditionalCheckFailedException refused) {
      return RoomItem.find(refused)
          .map(now -> afterRefusal(now, seat, lostBefore))
          .orElseGet(Joined.NoRoom::new);
    }
  }

  private Joined afterRefusal(Room room, Seat seat, Instant lostBefore) {
    if (room.bars(seat)) {
      return new Joined.Kicked();
    }
    Optional<Seat> held = room.seat(seat.userId());
    if (held.isPresent()) {
      return rejoin(held.get(), room, seat);
    }
    return room.locked() ? new Joined.Locked() : swap(room, seat, lostBefore);
  }

  private Joined rejoin(Seat held, Room room, Seat seat) {
    // The SDK repeats a request whose answer got lost: then the seat in our way is our own.
    if (held.equals(seat)) {
      return new Joined.New(room);
    }
    if (!seat.hasSocket()) {
      return new Joined.AlreadyIn(room);
    }
    if (!held.heldBy(seat.connectionId())) {
      Update moving = moving(room.key(), held.holder(), held.on(seat.connection()));
      return table
          .tryApply(held.isLease() ? RoomTable.joining(moving) : moving)
          .<Joined>map(held.hasSocket() ? Joined.Back::new : Joined.New::new)
          .orElseGet(() -> new Joined.AlreadyIn(room));
    }
    if (held.has(Trait.RETURNING)) {
      return change(room, held.userId(), back -> back.with(Trait.RETURNING, false))
          .<Joined>map(Joined.Back::new)
          .orElseGet(() -> new Joined.AlreadyIn(room));
    }
    return held.joinedAt() == seat.joinedAt() ? new Joined.New(room) : new Joined.AlreadyIn(room);
  }

  /** In a full room, takes the seat of somebody who will not come back to it. */
  private Joined swap(Room room, Seat seat, Instant lostBefore) {
    Instant now = Instant.ofEpochMilli(seat.joinedAt());
    List<Seat> free =
        room.inOrder().stream()
            .filter(taken -> taken.lostBefore(lostBefore) || taken.leaseEndedBefore(now))
            .toList();
    for (Seat evicted : free) {
      Update swap =
          Departures.clearing(taking(room.key(), seat), room, evicted.userId())
              .onlyIf(RoomTable.isHeldBy(evicted.holder()))
              .onlyIf(
                  RoomTable.seat(evicted.userId())
                      .at(SeatItem.LOST_AT)
                      .equalTo(number(evicted.lostAt())))
              .onlyIf(path(RoomItem.SEATS).size().atMost(path(RoomItem.CAPACITY)));
      if (seat.isLease() && room.peak() > room.tally().peak()) {
        Peak.written(room, swap); // the room is full: it was never fuller
      }
      Optional<Room> swapped = table.tryApply(swap);
      if (swapped.isPresent()) {
        return new Joined.Swapped(new Departure(evicted, room, swapped.get()));
      }
    }
    return new Joined.Full();
  }

  private Update taking(RoomKey room, Seat seat) {
    Path locked = path(RoomItem.LOCKED);
    Update taking = table.update(room);
    return (seat.isLease() ? taking : RoomTable.joining(taking))
        .set(RoomTable.seat(seat.userId()), SeatItem.write(seat))
        .increment(RoomItem.REV)
        .onlyIf(RoomTable.seat(seat.userId()).missing())
        .onlyIf(mayEnter(seat))
        .onlyIf(locked.missing().or(locked.equalTo(flag(false))));
  }

  /** Neither its user nor anybody on its socket was thrown out. */
  private static Condition mayEnter(Seat seat) {
    Path kicked = path(RoomItem.KICKED);
    Condition barred =
        kicked.contains(seat.userId()).or(kicked.contains(seat.holder().socketMark()));
    return kicked.missing().or(barred.negated());
  }

  @Override
  public Optional<Departure> leave(Room room, SeatHolder holder) {
    return departures.leave(room, holder);
  }

  @Override
  public Optional<Departure> leave(Room room, SeatHolder holder, Instant asked) {
    return departures.leave(room, holder, asked);
  }

  @Override
  public Optional<Departure> kick(Room room, String userId) {
    return departures.kick(room, userId);
  }

  @Override
  public void joinedAgain(RoomKey room, SeatHolder holder, Instant asked) {
    Path joinedAgain = RoomTable.seat(holder.userId()).at(SeatItem.CHANGES).entry(Changes.JOIN);
    table.tryApply(
        table
            .update(room)
            .set(joinedAgain, number(asked.toEpochMilli()))
            .onlyIf(RoomTable.isHeldBy(holder))
            .onlyIf(joinedAgain.missing().or(joinedAgain.lessThan(number(asked.toEpochMilli())))));
  }

  @Override
  public Optional<Room> move(RoomKey room, SeatHolder old, Seat onNewSocket) {
    return table.tryApply(moving(room, old, onNewSocket));
  }

  private Update moving(RoomKey room, SeatHolder old, Seat onNewSocket) {
    return table
        .update(room)
        .set(RoomTable.seat(old.userId()), SeatItem.write(onNewSocket))
        .increment(RoomItem.REV)
        .onlyIf(RoomTable.isHeldBy(old))
        .onlyIf(mayEnter(onNewSocket));
  }

  @Override
  public void markLost(RoomKey room, SeatHolder holder, Instant at) {
    Path lostAt = RoomTable.seat(holder.userId()).at(SeatItem.LOST_AT);
    table.tryApply(
        table
            .update(room)
            .set(lostAt, number(at.toEpochMilli()))
            .onlyIf(RoomTable.isHeldBy(holder))
            .onlyIf(lostAt.equalTo(number(0))));
  }

  @Override
  public Optional<Room> change(Room seen, String userId, UnaryOperator<Seat> change) {
    Optional<Room> latest = Optional.of(seen);
    for (int attempt = 0; latest.isPresent() && attempt < ATTEMPTS; attempt++) {
      Optional<Seat> seat = latest.get().seat(userId);
      if (seat.isEmpty()) {
        return Optional.empty();
      }
      Seat changed = change.apply(seat.get());
      if (changed.equals(seat.get())) {
        return latest;
      }
      Contention.pause(attempt);
      try {
        return Optional.of(apply(replacing(seat.get(), latest.get().key(), changed)));
      } catch (ConditionalCheckFailedException overtaken) {
        latest = RoomItem.find(overtaken);
      }
    }
    throw new IllegalStateException("the seat never stops changing");
  }

  private Update replacing(Seat seat, RoomKey room, Seat changed) {
    Path place = RoomTable.seat(seat.userId());
    return table
        .update(room)
        .set(place, SeatItem.write(changed))
        .increment(RoomItem.REV)
        .onlyIf(place.equalTo(SeatItem.write(seat)));
  }

  private Room apply(Update update) {
    return RoomItem.read(dynamo.updateItem(update.request()).attributes());
  }
}
