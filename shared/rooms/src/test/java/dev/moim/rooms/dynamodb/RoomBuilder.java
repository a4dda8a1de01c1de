package dev.moim.rooms.dynamodb;

import dev.moim.rooms.Room;
import dev.moim.rooms.Seat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rooms and seats with good defaults. */
final class RoomBuilder {

  private int capacity = 10;
  private boolean destroy = true;
  private Optional<String> host = Optional.empty();

  static RoomBuilder aRoom() {
    return new RoomBuilder();
  }

  RoomBuilder withCapacity(int value) {
    capacity = value;
    return this;
  }

  RoomBuilder withHost(String userId) {
    host = Optional.of(userId);
    return this;
  }

  RoomBuilder staying() {
    destroy = false;
    return this;
  }

  Room build() {
    return new Room(
        "r1",
        "tenant",
        "title",
        "",
        capacity,
        false,
        destroy,
        false,
        "creator",
        host,
        1_000,
        Map.of(),
        Set.of(),
        Optional.empty(),
        Map.of(),
        0);
  }

  static Seat seatOf(String userId, long joinedAt) {
    return new Seat(userId, "c-" + userId, joinedAt, Seat.newcomer(), "이름" + userId, "web", "j", 0);
  }
}
