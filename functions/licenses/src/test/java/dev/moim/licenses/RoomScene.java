package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rooms and seats as the families that have them write them. */
final class RoomScene {

  static final Viewer VIEWER =
      new Viewer("Chrome 87.0.4280.88 on OS X 11.1.0 64-bit", "Yangcheon-gu, South Korea");

  final Rooms rooms;
  private final Seats seats;
  private final Licenses licenses;
  private final Clock clock;

  RoomScene(DynamoDbExtension dynamo, Licenses licenses, Clock clock) {
    rooms = new DynamoRooms(dynamo.client(), dynamo.table("Rooms"), clock);
    seats = new DynamoSeats(dynamo.client(), dynamo.table("Rooms"));
    this.licenses = licenses;
    this.clock = clock;
  }

  /** Opens a room as {@code createRoom} does: counted first, then made. */
  void open(String licenseId, String roomId) {
    assertThat(licenses.openRoom(licenseId, roomId)).isInstanceOf(Opening.Opened.class);
    rooms.create(room(licenseId, roomId));
  }

  /** As {@code destroyRoom} does. */
  void close(String licenseId, String roomId) {
    rooms.findNow(roomId, licenseId).ifPresent(rooms::delete);
    licenses.closeRoom(licenseId, roomId);
  }

  void join(String licenseId, String roomId, String userId) {
    join(licenseId, roomId, seat(userId, "socket-of-" + userId, "j", 0));
  }

  /** Takes a seat for a token that nobody has come with yet. */
  void lease(String licenseId, String roomId, String userId, Duration life) {
    long until = clock.instant().plus(life).toEpochMilli();
    join(licenseId, roomId, seat(userId, "", Seat.TOKEN, until));
  }

  private void join(String licenseId, String roomId, Seat seat) {
    seats.join(roomId, licenseId, seat, clock.instant().minusSeconds(30));
  }

  void lose(String licenseId, String roomId, String userId) {
    seats.markLost(roomId, licenseId, userId, "socket-of-" + userId, clock.instant());
  }

  void leave(String licenseId, String roomId, String userId) {
    rooms
        .findNow(roomId, licenseId)
        .ifPresent(room -> seats.leave(room, userId, "socket-of-" + userId));
  }

  private Seat seat(String userId, String connectionId, String dialect, long lostAt) {
    return new Seat(
        userId,
        connectionId,
        clock.millis(),
        Seat.newcomer(),
        "name of " + userId,
        "web",
        dialect,
        lostAt,
        VIEWER);
  }

  private Room room(String licenseId, String roomId) {
    return new Room(
        roomId,
        licenseId,
        "title",
        "",
        Room.MAX_CAPACITY,
        false,
        true,
        false,
        "creator",
        Optional.empty(),
        clock.millis(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        Map.of(),
        0);
  }
}
