package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Update.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.aws.dynamodb.Update.Path;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Seats inside the room's item: one conditional {@code UpdateItem} per change. */
public final class DynamoSeats implements Seats {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoSeats(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Joined join(RoomKey room, Seat seat, Instant lostBefore) {
    Update join =
        taking(room, seat).onlyIf("size(%s) < %s", path(RoomItem.SEATS), path(RoomItem.CAPACITY));
    try {
      return new Joined.New(apply(join));
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem()
          ? afterRefusal(RoomItem.read(refused.item()), seat, lostBefore)
          : new Joined.NoRoom();
    }
  }

  private Joined afterRefusal(Room room, Seat seat, Instant lostBefore) {
    if (room.kicked().contains(seat.userId())) {
      return new Joined.Kicked();
    }
    return room.seat(seat.userId())
        .map(held -> rejoin(room, held, seat))
        .orElseGet(() -> swap(room, seat, lostBefore));
  }

  private Joined rejoin(Room room, Seat held, Seat seat) {
    // The SDK repeats a request whose answer got lost: then the seat in our way is our own.
    if (held.equals(seat)) {
      return new Joined.New(room);
    }
    if (!seat.hasSocket()) {
      return new Joined.AlreadyIn(room);
    }
    if (!held.heldBy(seat.connectionId())) {
      return move(room.key(), held.holder(), held.on(seat.connection()))
          .<Joined>map(held.hasSocket() ? Joined.Back::new : Joined.New::new)
          .orElseGet(() -> new Joined.AlreadyIn(room));
    }
    if (held.has(Trait.RETURNING)) {
      return change(room, held.with(Trait.RETURNING, false))
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
      Path theirs = seatOf(evicted.userId());
      Update swap =
          taking(room.key(), seat)
              .remove(theirs)
              .onlyIf("%s = %s", theirs.at(SeatItem.CONNECTION), text(evicted.connectionId()))
              .onlyIf("%s = %s", theirs.at(SeatItem.LOST_AT), number(evicted.lostAt()))
              .onlyIf("size(%s) <= %s", path(RoomItem.SEATS), path(RoomItem.CAPACITY));
      Optional<Room> swapped = tryApply(swap);
      if (swapped.isPresent()) {
        return new Joined.Swapped(swapped.get(), evicted);
      }
    }
    return new Joined.Full();
  }

  private Update taking(RoomKey room, Seat seat) {
    return update(room)
        .set(seatOf(seat.userId()), SeatItem.write(seat))
        .increment(RoomItem.REV)
        .onlyIf("attribute_not_exists(%s)", seatOf(seat.userId()))
        .onlyIf(
            "attribute_not_exists(%s) OR NOT contains(%s, %s)",
            path(RoomItem.KICKED), path(RoomItem.KICKED), text(seat.userId()));
  }

  @Override
  public Optional<Room> leave(Room room, SeatHolder holder) {
    return tryApply(
        freeing(room, holder.userId())
            .onlyIf("%s = %s", connectionOf(holder), text(holder.connectionId())));
  }

  @Override
  public Optional<Room> kick(Room room, String userId) {
    return tryApply(
        freeing(room, userId)
            .addTo(RoomItem.KICKED, userId)
            .onlyIf("attribute_exists(%s)", seatOf(userId)));
  }

  private Update freeing(Room room, String userId) {
    Update update = update(room.key()).remove(seatOf(userId)).increment(RoomItem.REV);
    if (room.host().filter(userId::equals).isPresent()) {
      update.remove(path(RoomItem.HOST));
    }
    if (room.share().filter(share -> share.userId().equals(userId)).isPresent()) {
      update.remove(path(RoomItem.SHARE));
    }
    return update;
  }

  @Override
  public Optional<Room> move(RoomKey room, SeatHolder old, Seat onNewSocket) {
    return tryApply(
        update(room)
            .set(seatOf(old.userId()), SeatItem.write(onNewSocket))
            .increment(RoomItem.REV)
            .onlyIf("%s = %s", connectionOf(old), text(old.connectionId())));
  }

  @Override
  public void markLost(RoomKey room, SeatHolder holder, Instant at) {
    Path lostAt = seatOf(holder.userId()).at(SeatItem.LOST_AT);
    tryApply(
        update(room)
            .set(lostAt, number(at.toEpochMilli()))
            .onlyIf("%s = %s", connectionOf(holder), text(holder.connectionId()))
            .onlyIf("%s = %s", lostAt, number(0)));
  }

  @Override
  public Optional<Room> change(Room room, Seat seat) {
    return move(room.key(), seat.holder(), seat);
  }

  private static Path seatOf(String userId) {
    return path(RoomItem.SEATS, userId);
  }

  private static Path connectionOf(SeatHolder holder) {
    return seatOf(holder.userId()).at(SeatItem.CONNECTION);
  }

  private Update update(RoomKey room) {
    return new Update(table, RoomItem.key(room));
  }

  private Room apply(Update update) {
    return RoomItem.read(dynamo.updateItem(update.request()).attributes());
  }

  private Optional<Room> tryApply(Update update) {
    try {
      return Optional.of(apply(update));
    } catch (ConditionalCheckFailedException refused) {
      return Optional.empty();
    }
  }
}
