package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How seats are freed, with all that ends with them. */
record Departures(RoomTable table) {

  private static final int ATTEMPTS = 20;

  Optional<Departure> leave(Room room, SeatHolder holder) {
    return free(room, holder, latest -> freeing(latest, holder));
  }

  Optional<Departure> leave(Room room, SeatHolder holder, Instant asked) {
    return free(room, holder, latest -> notAskedSince(freeing(latest, holder), holder, asked));
  }

  private static Update notAskedSince(Update freeing, SeatHolder holder, Instant asked) {
    Path seat = RoomTable.seat(holder.userId());
    freeing.onlyIf(seat.at(SeatItem.JOINED_AT).lessThan(number(asked.toEpochMilli())));
    for (String change : Changes.OWN) {
      Path changed = seat.at(SeatItem.CHANGES).entry(change);
      freeing.onlyIf(changed.missing().or(changed.lessThan(number(asked.toEpochMilli()))));
    }
    return freeing;
  }

  Optional<Departure> kick(Room room, String userId) {
    Optional<Room> latest = Optional.of(room);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Seat> seat = latest.flatMap(now -> now.seat(userId));
      if (seat.isEmpty()) {
        return Optional.empty();
      }
      Optional<Departure> kicked = kick(latest.get(), seat.get());
      if (kicked.isPresent()) {
        return kicked;
      }
      // It may have moved to another socket, which is to be barred instead.
      Contention.pause(attempt);
      latest = table.get(room.key(), true);
    }
    throw new IllegalStateException("the seat never stops moving");
  }

  private Optional<Departure> kick(Room room, Seat seat) {
    SeatHolder holder = seat.holder();
    List<String> barred =
        seat.hasSocket() ? List.of(holder.userId(), holder.socketMark()) : List.of(holder.userId());
    return free(
        room, holder, latest -> freeing(latest, holder).addTo(path(RoomItem.KICKED), barred));
  }

  /**
   * What ends with a seat, and how many were in the room, is seen in the room as it was read;
   * should its member have begun to share since, or stopped, or seats have changed, it is read
   * again.
   */
  private Optional<Departure> free(Room room, SeatHolder holder, Function<Room, Update> freeing) {
    Optional<Room> latest = held(room, holder).or(() -> heldNow(room, holder));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (latest.isEmpty()) {
        return Optional.empty();
      }
      Room before = latest.get();
      Optional<Room> now = table.tryApply(freeing.apply(before));
      if (now.isPresent()) {
        Seat seat = before.seat(holder.userId()).orElseThrow();
        return Optional.of(new Departure(seat, before, now.get()));
      }
      Contention.pause(attempt);
      latest =
          heldNow(room, holder)
              .filter(it ->
                  it.rev() != before.rev()
                      || it.isSharedBy(holder.userId()) != before.isSharedBy(holder.userId()));
    }
    throw new IllegalStateException("the room never stops changing");
  }

  private static Optional<Room> held(Room room, SeatHolder holder) {
    return Optional.of(room)
        .filter(it -> it.seat(holder.userId()).filter(s -> s.holder().equals(holder)).isPresent());
  }

  private Optional<Room> heldNow(Room room, SeatHolder holder) {
    return table.get(room.key(), true).flatMap(now -> held(now, holder));
  }

  private Update freeing(Room room, SeatHolder holder) {
    Update freeing =
        clearing(table.update(room.key()).increment(RoomItem.REV), room, holder.userId())
            .onlyIf(RoomTable.isHeldBy(holder));
    return room.present(holder.userId()).isPresent() ? Peak.beforeLeaving(room, freeing) : freeing;
  }

  /** Takes away a seat, an explicit host role and a share: nobody else could end that. */
  static Update clearing(Update update, Room room, String userId) {
    update.remove(RoomTable.seat(userId));
    if (room.host().filter(userId::equals).isPresent()) {
      update.remove(path(RoomItem.HOST));
    }
    Path share = path(RoomItem.SHARE);
    Condition shares = share.at(1).equalTo(text(userId));
    return room.isSharedBy(userId)
        ? update.remove(share).onlyIf(shares)
        : update.onlyIf(share.missing().or(shares.negated()));
  }
}
