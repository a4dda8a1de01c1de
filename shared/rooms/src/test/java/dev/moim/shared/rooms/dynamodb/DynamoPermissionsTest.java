package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.rooms.MediaSource;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Permits;
import dev.moim.shared.rooms.Room;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPermissionsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
  private static final Map<Permission, Boolean> MUTE = Map.of(Permission.AUDIO, false);
  private static final Map<Permission, Boolean> UNMUTE = Map.of(Permission.AUDIO, true);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private DynamoRooms rooms;
  private DynamoSeats seats;
  private DynamoPermissions permissions;
  private Room room;

  @BeforeEach
  void open() {
    String table = DYNAMO.table("RoomsTable");
    rooms = new DynamoRooms(DYNAMO.client(), table, clock);
    seats = new DynamoSeats(DYNAMO.client(), table);
    permissions = new DynamoPermissions(DYNAMO.client(), table);
    room = aRoom().media(true).seat(seatOf("ann", 1_000)).build();
    rooms.create(room);
  }

  @Test
  void aRoomBeginsWithoutAny() {
    assertThat(now().permits()).isEqualTo(Permits.NONE);
    assertThat(now().permits().sources("ann")).containsExactlyInAnyOrder(MediaSource.values());
  }

  @Test
  void costOneRequest() {
    DYNAMO.counter().reset();
    permissions.permit(
        room, "ann", Map.of(Permission.SCREEN, false), SampleRooms.ask("host", NOW.toEpochMilli()));
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("UpdateItem", 1));
  }

  @Test
  void holdForWhoeverLeavesAndReturns() {
    permissions.permit(room, "ann", MUTE, SampleRooms.ask("host", NOW.toEpochMilli()));
    seats.leave(now(), seatOf("ann", 1_000).holder());
    seats.join(room.key(), seatOf("ann", 5_000), Instant.EPOCH);

    assertThat(now().permits().sources("ann"))
        .containsExactlyInAnyOrder(MediaSource.CAMERA, MediaSource.SCREEN);
    assertThat(now().permits().allowAllMedia("ann")).isFalse();
    assertThat(now().permits().allowAllMedia("bob")).isTrue();
  }

  @Test
  void ofTwoWishesTheLaterStandsHoweverTheyArrive() {
    permissions.permit(
        room, "ann", UNMUTE, SampleRooms.ask("host", NOW.plusMillis(2).toEpochMilli()));
    permissions.permit(room, "ann", MUTE, SampleRooms.ask("host", NOW.toEpochMilli()));
    assertThat(now().permits().allowAllMedia("ann")).isTrue();

    permissions.permit(
        room, "ann", MUTE, SampleRooms.ask("host", NOW.plusMillis(3).toEpochMilli()));
    permissions.permit(
        room, "ann", UNMUTE, SampleRooms.ask("host", NOW.plusMillis(2).toEpochMilli()));
    assertThat(now().permits().allowAllMedia("ann")).isFalse();
  }

  @Test
  void manyAtOnceAreAllHeard() throws Exception {
    List<Callable<Object>> wishes = new ArrayList<>();
    for (int user = 0; user < 8; user++) {
      String userId = "u" + user;
      wishes.add(() ->
          permissions.permit(room, userId, MUTE, SampleRooms.ask("host", NOW.toEpochMilli())));
    }
    try (var executor = Executors.newFixedThreadPool(8)) {
      for (var done : executor.invokeAll(wishes)) {
        done.get();
      }
    }
    for (int user = 0; user < 8; user++) {
      assertThat(now().permits().allowAllMedia("u" + user)).isFalse();
    }
  }

  @Test
  void ofARoomThatIsGoneThereAreNone() {
    rooms.delete(room);
    assertThat(permissions.permit(room, "ann", MUTE, SampleRooms.ask("host", NOW.toEpochMilli())))
        .isEmpty();
    assertThat(rooms.findNow(room.key())).isEmpty();
  }

  private Room now() {
    return rooms.findNow(room.key()).orElseThrow();
  }
}
