package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoMessages;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.time.Duration;

/** Rooms and seats as the families that have them write them. */
final class RoomScene {

  static final Viewer VIEWER =
      new Viewer("Chrome 87.0.4280.88 on OS X 11.1.0 64-bit", "Yangcheon-gu, South Korea");

  final Rooms rooms;
  private final Seats seats;
  private final Messages messages;
  private final Licenses licenses;
  private final Clock clock;

  RoomScene(DynamoDbExtension dynamo, Licenses licenses, Clock clock) {
    rooms = new DynamoRooms(dynamo.client(), dynamo.table("RoomsTable"), clock);
    seats = new DynamoSeats(dynamo.client(), dynamo.table("RoomsTable"));
    messages = new DynamoMessages(dynamo.client(), dynamo.table("RoomsTable"), clock);
    this.licenses = licenses;
    this.clock = clock;
  }

  /** Opens a room as {@code createRoom} does: counted first, then made. */
  void open(RoomKey room) {
    Room made =
        Room.opened(room, clock.millis())
            .title("title")
            .capacity(Room.MAX_CAPACITY)
            .option(Option.DESTROY, true)
            .createdBy("creator")
            .build();
    assertThat(licenses.openRoom(made.life()))
        .isInstanceOfAny(Opening.Opened.class, Opening.CountedBefore.class);
    boolean unlisted = licenses.isCrowded(room.licenseId());
    rooms.create(unlisted ? made.asUnlisted() : made);
    if (unlisted) {
      licenses.unlist(made.life());
    }
  }

  /** As {@code destroyRoom} does. */
  void close(RoomKey room) {
    rooms.findNow(room).flatMap(rooms::delete).ifPresent(new EndedRooms(rooms, licenses)::countOff);
  }

  void join(RoomKey room, String userId) {
    String socket = holder(userId).connectionId();
    join(room, seat(userId, SeatConnection.socket(socket, VIEWER, "j")));
  }

  /** Takes a seat for a token that nobody has come with yet. */
  void lease(RoomKey room, String userId, Duration life) {
    long until = clock.instant().plus(life).toEpochMilli();
    join(room, seat(userId, new SeatConnection("", until, SeatConnection.TOKEN, VIEWER)));
  }

  private void join(RoomKey room, Seat seat) {
    seats.join(room, seat, clock.instant().minusSeconds(30));
  }

  void lose(RoomKey room, String userId) {
    seats.markLost(room, holder(userId), clock.instant());
  }

  void leave(RoomKey room, String userId) {
    rooms.findNow(room).ifPresent(found -> seats.leave(found, holder(userId)));
  }

  void say(RoomKey room) {
    messages.count(rooms.findNow(room).orElseThrow().life(), Ids.base36(12));
  }

  private static SeatHolder holder(String userId) {
    return new SeatHolder(userId, "socket-of-" + userId);
  }

  private Seat seat(String userId, SeatConnection connection) {
    String name = "name of " + userId;
    return new Seat(userId, connection, name, clock.millis(), "web", Seat.newcomer());
  }
}
