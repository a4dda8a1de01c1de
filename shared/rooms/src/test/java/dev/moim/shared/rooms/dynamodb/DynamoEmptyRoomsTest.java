package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.rooms.Room;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoEmptyRoomsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
  private static final Instant LATER = NOW.plusSeconds(900);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private DynamoRooms rooms;
  private DynamoSeats seats;
  private DynamoEmptyRooms emptyRooms;

  @BeforeEach
  void open() {
    String table = DYNAMO.table("RoomsTable");
    rooms = new DynamoRooms(DYNAMO.client(), table, clock);
    seats = new DynamoSeats(DYNAMO.client(), table);
    emptyRooms = new DynamoEmptyRooms(DYNAMO.client(), table);
    rooms.create(aRoom().build());
  }

  @Test
  void remembersWhenItWasFirstSeenEmpty() {
    assertThat(emptyRooms.note(now(), NOW)).contains(NOW);
    assertThat(emptyRooms.note(now(), LATER)).contains(NOW);
  }

  @Test
  void beginsAnewOnceSomebodyWasThere() {
    emptyRooms.note(now(), NOW);
    seats.join(now().key(), seatOf("ann", 1_000), Instant.EPOCH);
    assertThat(emptyRooms.note(now(), LATER)).isEmpty();
    seats.leave(now(), seatOf("ann", 1_000).holder());

    assertThat(emptyRooms.note(now(), LATER)).contains(LATER);
  }

  @Test
  void knowsNothingOfARoomThatChangedSinceItWasSeen() {
    Room seen = now();
    emptyRooms.note(seen, NOW);
    seats.join(seen.key(), seatOf("ann", 1_000), Instant.EPOCH);
    assertThat(emptyRooms.note(seen, LATER)).as("somebody came").isEmpty();

    rooms.delete(now());
    assertThat(emptyRooms.note(seen, LATER)).as("gone").isEmpty();
    rooms.create(aRoom("r1", 2_000).build());
    assertThat(emptyRooms.note(seen, LATER)).as("made anew").isEmpty();
  }

  private Room now() {
    return rooms.findNow(SampleRooms.key("r1")).orElseThrow();
  }
}
