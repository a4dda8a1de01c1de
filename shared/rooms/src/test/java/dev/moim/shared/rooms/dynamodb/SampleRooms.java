package dev.moim.shared.rooms.dynamodb;

import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.RoomBuilder;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import java.time.Duration;
import java.time.Instant;

/** Rooms and seats with good defaults. */
final class SampleRooms {

  static final String LICENSE = "tenant";

  private SampleRooms() {}

  /** {@code r1}, opened at 1,000. */
  static RoomBuilder aRoom() {
    return aRoom("r1");
  }

  static RoomBuilder aRoom(String roomId) {
    return aRoom(roomId, 1_000);
  }

  static RoomBuilder aRoom(String roomId, long createdAt) {
    return Room.opened(key(roomId), createdAt)
        .title("title")
        .capacity(10)
        .option(Option.DESTROY, true)
        .createdBy("creator");
  }

  static RoomKey key(String roomId) {
    return new RoomKey(LICENSE, roomId);
  }

  /** What a member asks for who may ask without end. */
  static Ask ask(String userId, long at) {
    return new Ask(userId, Instant.ofEpochMilli(at), new Rate(1_000_000, Duration.ofMillis(1)));
  }

  static Seat seatOf(String userId, long joinedAt) {
    Viewer viewer = new Viewer("Chrome 131.0.0.0 on Windows 10", "Seoul, South Korea");
    return new Seat(
        userId,
        SeatConnection.socket("c-" + userId, viewer, "j"),
        "이름" + userId,
        joinedAt,
        "web",
        Seat.newcomer());
  }
}
