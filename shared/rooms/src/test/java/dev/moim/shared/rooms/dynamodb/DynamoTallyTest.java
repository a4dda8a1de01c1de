package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats.Joined;
import dev.moim.shared.rooms.Tally;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room that has ended leaves exactly how many came in, and the most who were there at once. */
class DynamoTallyTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final RoomKey KEY = key("r1");
  private static final Instant NEVER = Instant.EPOCH;

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private DynamoRooms rooms;
  private DynamoSeats seats;
  private DynamoLeases leases;

  @BeforeEach
  void setUp() {
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
    leases = new DynamoLeases(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void whoeverComesAgainIsCountedAgainAndWhoMovesToAnotherSocketIsNot() {
    rooms.create(aRoom().build());
    join("ann");
    join("bob");
    leave("ann");
    join("ann");
    Seat bob = room().seat("bob").orElseThrow();
    SeatHolder before = bob.holder();
    Seat moved = bob.on(seatOf("bob2", 1).connection());
    assertThat(seats.move(KEY, before, moved)).isPresent();

    assertThat(ended()).isEqualTo(new Tally(3, 2));
  }

  @Test
  void aTokenIsNobodyUntilSomebodyComesWithItAndItsReturnIsNoSecondJoin() {
    rooms.create(aRoom().build());
    lease("ann");
    lease("bob");
    lease("cat");
    confirm("ann", "PA_1", 1);
    confirm("ann", "PA_2", 2);
    confirm("ann", "PA_2", 2);
    join("bob");
    assertThat(room().peak()).isEqualTo(2);

    assertThat(ended()).isEqualTo(new Tally(2, 2));
  }

  @Test
  void joinsAndPeakAreCountedInTheWritesThatHappenAnyway() {
    rooms.create(aRoom().build());
    DYNAMO.counter().reset();
    join("ann");
    join("bob");
    lease("cat");
    confirm("cat", "PA_1", 1);
    leave(room(), "bob");

    assertThat(DYNAMO.counter().byOperation()).containsEntry("UpdateItem", 5);
    assertThat(ended()).isEqualTo(new Tally(3, 3));
  }

  @Test
  void aLostAnswerCountsNobodyTwice() {
    rooms.create(aRoom().build());
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    join("ann");
    lease("bob");
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    confirm("bob", "PA_1", 1);
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    leave("ann");
    DYNAMO.faults().loseAnswer("UpdateItem", 1);

    assertThat(ended()).isEqualTo(new Tally(2, 2));
  }

  @Test
  void whoLooksTooEarlyWritesNoPeakThatIsTooLow() {
    rooms.create(aRoom().build());
    join("ann");
    Room alone = room();
    join("bob");
    join("cat");

    leave(alone, "ann");

    assertThat(ended()).isEqualTo(new Tally(3, 3));
  }

  @Test
  void aSeatThatIsGivenToSomebodyElseCountsBoth() {
    rooms.create(aRoom().capacity(2).build());
    join("ann");
    join("bob");
    seats.markLost(KEY, room().seat("ann").orElseThrow().holder(), Instant.ofEpochMilli(5));
    Instant later = Instant.ofEpochMilli(60_000);
    Seat token = Seat.leased("cat", later, Duration.ofMinutes(2), Viewer.UNKNOWN);
    assertThat(seats.join(KEY, token, later)).isInstanceOf(Joined.Swapped.class);
    confirm("cat", "PA_1", 60_001);

    assertThat(ended()).isEqualTo(new Tally(3, 2));
  }

  /** Every change of seats says what the room was after it, in the order of its revisions. */
  @RepeatedTest(3)
  void manyAtOnceAreCountedExactly(RepetitionInfo repetition) throws Exception {
    rooms.create(aRoom().capacity(6).build());
    List<Callable<List<Room>>> people = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      Random random = new Random(repetition.getCurrentRepetition() * 100L + n);
      String user = "u" + n;
      people.add(() -> comeAndGo(user, random));
    }
    Map<Long, Room> seen = new TreeMap<>();
    long joins = 0;
    try (var threads = Executors.newFixedThreadPool(people.size())) {
      for (Future<List<Room>> life : threads.invokeAll(people)) {
        for (Room room : life.get()) {
          seen.put(room.rev(), room);
        }
      }
    }
    long peak = 0;
    int before = 0;
    for (Room room : seen.values()) {
      joins += room.seats().size() > before ? 1 : 0;
      before = room.seats().size();
      peak = Math.max(peak, before);
    }

    assertThat(seen).as("revisions").hasSize((int) room().rev());
    assertThat(ended()).isEqualTo(new Tally(joins, peak));
  }

  private List<Room> comeAndGo(String user, Random random) {
    List<Room> seen = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      if (seats.join(KEY, seatOf(user, i), NEVER) instanceof Joined.New(Room joined)) {
        seen.add(joined);
        Room looked = random.nextBoolean() ? joined : room();
        SeatHolder holder = joined.seat(user).orElseThrow().holder();
        seen.add(seats.leave(looked, holder).orElseThrow().now());
      }
    }
    return seen;
  }

  private Tally ended() {
    assertThat(rooms.delete(room())).isPresent();
    var usage = new DynamoRoomUsage(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    List<UsedRoom> used =
        usage
            .ended(
                SampleRooms.LICENSE,
                clock.instant().minus(Duration.ofMinutes(1)),
                Duration.ofMinutes(2),
                10,
                Optional.empty())
            .items();
    assertThat(used).hasSize(1);
    return used.getFirst().tally();
  }

  private void join(String user) {
    assertThat(seats.join(KEY, seatOf(user, 1), NEVER))
        .isInstanceOfAny(Joined.New.class, Joined.Back.class);
  }

  private void leave(String user) {
    leave(room(), user);
  }

  private void leave(Room seen, String user) {
    Seat seat = seen.seat(user).orElseThrow();
    Optional<Departure> left = seats.leave(seen, seat.holder());
    assertThat(left.map(Departure::userId).orElse(user)).isEqualTo(user);
    assertThat(room().seat(user)).isEmpty();
  }

  private void lease(String user) {
    Seat lease = Seat.leased(user, Instant.EPOCH, Duration.ofMinutes(2), Viewer.UNKNOWN);
    assertThat(seats.join(KEY, lease, NEVER)).isInstanceOf(Joined.New.class);
  }

  private void confirm(String user, String sid, long joinedAt) {
    leases.confirm(KEY, new Participant(sid, joinedAt, user));
    assertThat(room().seat(user).orElseThrow().isLease()).isFalse();
  }

  private Room room() {
    return rooms.findNow(KEY).orElseThrow();
  }
}
