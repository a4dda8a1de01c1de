package dev.moim.shared.rooms.dynamodb;

import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rooms and seats with good defaults. */
final class RoomBuilder {

  private String roomId = "r1";
  private int capacity = 10;
  private boolean media;
  private long createdAt = 1_000;
  private boolean destroy = true;
  private Optional<String> host = Optional.empty();

  static RoomBuilder aRoom() {
    return new RoomBuilder();
  }

  RoomBuilder withId(String value) {
    roomId = value;
    return this;
  }

  RoomBuilder withMedia() {
    media = true;
    return this;
  }

  RoomBuilder createdAt(long millis) {
    createdAt = millis;
    return this;
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
        roomId,
        "tenant",
        "title",
        "",
        capacity,
        media,
        destroy,
        false,
        "creator",
        host,
        createdAt,
        Map.of(),
        Set.of(),
        Optional.empty(),
        Map.of(),
        0);
  }

  static Seat seatOf(String userId, long joinedAt) {
    return new Seat(
        userId,
        "c-" + userId,
        joinedAt,
        Seat.newcomer(),
        "이름" + userId,
        "web",
        "j",
        0,
        new Viewer("Chrome 131.0.0.0 on Windows 10", "Seoul, South Korea"));
  }
}
