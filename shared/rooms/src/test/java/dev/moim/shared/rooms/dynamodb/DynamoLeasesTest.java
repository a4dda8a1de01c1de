package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Leases.Confirmation;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats.Joined;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLeasesTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final RoomKey KEY = key("r1");
  private static final Instant NOW = Instant.parse("2100-01-31T09:00:00Z");
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
    rooms.create(aRoom().capacity(2).build());
  }

  @Test
  void takesASeatOnceForOneIdentity() {
    assertThat(lease("ann", NOW)).isInstanceOf(Joined.New.class);
    assertThat(lease("ann", NOW.plusSeconds(1)))
        .isInstanceOfSatisfying(
            Joined.AlreadyIn.class,
            again -> assertThat(again.room().seats()).containsOnlyKeys("ann"));
    assertThat(room().seats().get("ann").isLease()).isTrue();
    assertThat(room().seats().get("ann").lost()).as("lost as a socket is").isFalse();
  }

  @Test
  void aFullRoomGivesAwayALeaseThatHasEndedAndNoOther() {
    lease("ann", NOW);
    lease("bob", NOW.plusSeconds(60));

    assertThat(lease("cat", NOW.plusSeconds(119))).isInstanceOf(Joined.Full.class);
    assertThat(lease("cat", NOW.plusSeconds(121)))
        .isInstanceOfSatisfying(
            Joined.Swapped.class,
            swapped -> assertThat(swapped.evicted().userId()).isEqualTo("ann"));
    assertThat(room().seats()).containsOnlyKeys("bob", "cat");
  }

  @Test
  void aConfirmedSeatIsGivenToNobody() {
    lease("ann", NOW);
    lease("bob", NOW);
    assertThat(confirm("ann", "PA_1", NOW)).isEqualTo(Confirmation.SEATED);
    assertThat(confirm("bob", "PA_2", NOW)).isEqualTo(Confirmation.SEATED);

    assertThat(lease("cat", NOW.plusSeconds(9_999))).isInstanceOf(Joined.Full.class);
  }

  @Test
  void aRenewedLeaseIsKeptButAConfirmedSeatIsNotMadeALeaseAgain() {
    lease("ann", NOW);
    leases.renew(room(), leaseOf("ann", 500));
    leases.renew(room(), leaseOf("ann", 400));
    assertThat(room().seats().get("ann").lostAt()).isEqualTo(NOW.plusSeconds(500).toEpochMilli());

    confirm("ann", "PA_1", NOW);
    leases.renew(room(), leaseOf("ann", 600));
    assertThat(room().seats().get("ann").isLease()).isFalse();
  }

  @Test
  void aLeaseIsNobodysHostUntilItsUserComes() {
    lease("ann", NOW);
    assertThat(room().hostId()).isEmpty();

    seats.join(key("r1"), seatOf("ben", NOW.plusSeconds(9).toEpochMilli()), NEVER);
    assertThat(room().hostId()).contains("ben");
    confirm("ann", "PA_1", NOW.plusSeconds(5));
    assertThat(room().hostId()).as("whoever has been there longest").contains("ann");
  }

  @Test
  void aLeaseShowsWhoAskedForItLast() {
    lease("ann", NOW);
    assertThat(room().seats().get("ann").viewer()).isEqualTo(Viewer.UNKNOWN);

    Viewer curl = new Viewer("curl 8.5.0", "Seoul, South Korea");
    leases.renew(room(), Seat.leased("ann", NOW, Duration.ofSeconds(120), curl));
    assertThat(room().seats().get("ann").viewer()).isEqualTo(curl);

    confirm("ann", "PA_1", NOW);
    assertThat(room().seats().get("ann").viewer()).as("of the participant").isEqualTo(curl);
  }

  @Test
  void onlyTheLatestConnectionOfAnIdentityCounts() {
    lease("ann", NOW);
    confirm("ann", "PA_2", NOW.plusSeconds(5));

    assertThat(confirm("ann", "PA_1", NOW.plusSeconds(1)))
        .as("news of an earlier one, late")
        .isEqualTo(Confirmation.OUTDATED);
    assertThat(seats.leave(room(), new SeatHolder("ann", "PA_1"))).as("that one left").isEmpty();
    assertThat(room().seats().get("ann").heldBy("PA_2")).isTrue();
    assertThat(seats.leave(room(), new SeatHolder("ann", "PA_2"))).isPresent();
    assertThat(room().seats()).isEmpty();
  }

  @Test
  void saysWhoHasNoSeat() {
    assertThat(confirm("ann", "PA_1", NOW)).isEqualTo(Confirmation.NO_SEAT);
    seats.join(key("r1"), seatOf("ann", 1), NEVER);
    assertThat(confirm("ann", "PA_1", NOW)).as("on a socket").isEqualTo(Confirmation.SEATED);
    assertThat(room().seats().get("ann")).isEqualTo(seatOf("ann", 1));

    rooms.findNow(key("r1")).ifPresent(rooms::delete);
    assertThat(confirm("ann", "PA_1", NOW)).isEqualTo(Confirmation.NO_ROOM);
  }

  @Test
  void freesOnlyWhatHasNotChanged() {
    lease("ann", NOW);
    Room seen = room();
    List<Seat> anns = List.of(seen.seats().get("ann"));
    leases.renew(seen, leaseOf("ann", 500));

    assertThat(leases.free(seen, anns)).isEmpty();
    assertThat(leases.free(room(), room().seats().values()))
        .hasValueSatisfying(left -> assertThat(left.seats()).isEmpty());
    assertThat(leases.free(room(), List.of())).isPresent();
  }

  @Test
  void freesAHundredLeasesWithTheLongestNames() {
    Room full = fullOfLeases();
    DYNAMO.counter().reset();

    assertThat(leases.free(full, full.seats().values()))
        .hasValueSatisfying(left -> assertThat(left.seats()).isEmpty());

    assertThat(rooms.findNow(full.key()).orElseThrow().seats()).isEmpty();
    assertThat(DYNAMO.counter().byOperation()).containsEntry("UpdateItem", 2);
  }

  @Test
  void aHundredLeasesOfWhichOneHasChangedAreNotAllFreed() {
    Room full = fullOfLeases();
    Seat last = full.inOrder().getLast();
    leases.renew(full, Seat.leased(last.userId(), NOW, Duration.ofHours(1), Viewer.UNKNOWN));

    assertThat(leases.free(full, full.inOrder())).isEmpty();

    assertThat(rooms.findNow(full.key()).orElseThrow().seats()).containsKey(last.userId());
  }

  private Room fullOfLeases() {
    RoomKey full = key("full");
    rooms.create(aRoom("full").capacity(Room.MAX_CAPACITY).build());
    for (int i = 0; i < Room.MAX_CAPACITY; i++) {
      String userId = "%060d".formatted(i);
      seats.join(full, Seat.leased(userId, NOW, Duration.ofMinutes(2), Viewer.UNKNOWN), NEVER);
    }
    Room room = rooms.findNow(full).orElseThrow();
    assertThat(room.seats()).hasSize(Room.MAX_CAPACITY);
    return room;
  }

  @Test
  void aUserWhoComesOnASocketKeepsTheSeat() {
    lease("ann", NOW);

    assertThat(seats.join(key("r1"), seatOf("ann", 9), NEVER)).isInstanceOf(Joined.New.class);

    assertThat(room().seats()).hasSize(1);
    assertThat(room().seats().get("ann").heldBy("c-ann")).isTrue();
    assertThat(room().seats().get("ann").hasSocket()).isTrue();
  }

  @Test
  void aLeaseWhoseAnswerIsLostIsNotTakenForASecondOne() {
    DYNAMO.faults().loseAnswer("UpdateItem", 1);

    assertThat(lease("ann", NOW)).isInstanceOf(Joined.New.class);
    assertThat(room().rev()).isEqualTo(1);
  }

  private Joined lease(String userId, Instant now) {
    Seat lease = Seat.leased(userId, now, Duration.ofSeconds(120), Viewer.UNKNOWN);
    return seats.join(key("r1"), lease, NEVER);
  }

  private static Seat leaseOf(String userId, int seconds) {
    return Seat.leased(userId, NOW, Duration.ofSeconds(seconds), Viewer.UNKNOWN);
  }

  private Confirmation confirm(String userId, String sid, Instant joinedAt) {
    return leases.confirm(KEY, new Participant(sid, joinedAt.toEpochMilli(), userId)).what();
  }

  private Room room() {
    return rooms.findNow(key("r1")).orElseThrow();
  }
}
