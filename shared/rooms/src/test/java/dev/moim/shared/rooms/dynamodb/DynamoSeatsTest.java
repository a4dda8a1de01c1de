package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms.Edit;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats.Joined;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSeatsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final Instant NEVER = Instant.EPOCH;
  private static final Viewer PHONE = new Viewer("Mobile Safari 17.6 on iOS 17.6.1", "");

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private DynamoRooms rooms;
  private DynamoSeats seats;

  @BeforeEach
  void setUp() {
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void takesASeatAndReturnsTheRoomWithIt() {
    rooms.create(aRoom().build());

    Seat seat = seatOf("a", 5);
    Joined joined = join(seat);

    assertThat(joined)
        .isInstanceOfSatisfying(
            Joined.New.class,
            taken -> {
              assertThat(taken.room().seats()).containsOnlyKeys("a").containsValue(seat);
              assertThat(taken.room().rev()).isEqualTo(1);
            });
  }

  @Test
  void saysWhyThereIsNoSeat() {
    assertThat(join(seatOf("a", 1))).isInstanceOf(Joined.NoRoom.class);

    rooms.create(aRoom().capacity(1).build());
    join(seatOf("a", 1));
    assertThat(join(seatOf("b", 2))).isInstanceOf(Joined.Full.class);
    assertThat(join(seatOf("a", 3))).isInstanceOf(Joined.AlreadyIn.class);

    seats.kick(room(), "a");
    assertThat(join(seatOf("a", 4))).isInstanceOf(Joined.Kicked.class);
  }

  @Test
  void exactlyTenOfSixtyFourParallelJoinersGetASeatEachTime() throws Exception {
    for (int round = 0; round < DYNAMO.rounds(200); round++) {
      rooms.findNow(key("r1")).ifPresent(rooms::delete);
      rooms.create(aRoom().capacity(10).build());

      List<Joined> outcomes = joinAtOnce(64);

      assertThat(outcomes).filteredOn(Joined.New.class::isInstance).hasSize(10);
      assertThat(outcomes).filteredOn(Joined.Full.class::isInstance).hasSize(54);
      assertThat(room().seats()).hasSize(10);
    }
  }

  @Test
  void aJoinWhoseAnswerIsLostIsNotTakenForASecondOne() {
    rooms.create(aRoom().build());
    DYNAMO.faults().loseAnswer("UpdateItem", 1);

    assertThat(join(seatOf("a", 1))).isInstanceOf(Joined.New.class);
    assertThat(room().rev()).isEqualTo(1);
  }

  @Test
  void aFullRoomGivesAwayASeatLostForLongerThanTheGrace() {
    rooms.create(aRoom().capacity(2).build());
    join(seatOf("a", 1));
    join(seatOf("b", 2));
    seats.markLost(key("r1"), new SeatHolder("a", "c-a"), Instant.ofEpochSecond(100));

    assertThat(seats.join(key("r1"), seatOf("c", 3), Instant.ofEpochSecond(100)))
        .as("still within its grace")
        .isInstanceOf(Joined.Full.class);
    assertThat(seats.join(key("r1"), seatOf("c", 3), Instant.ofEpochSecond(101)))
        .isInstanceOfSatisfying(
            Joined.Swapped.class,
            swapped -> {
              assertThat(swapped.evicted().userId()).isEqualTo("a");
              assertThat(swapped.room().seats()).containsOnlyKeys("b", "c");
            });
  }

  @Test
  void aSeatMovedToANewSocketIsJoinedAgainWithoutBeingNews() {
    rooms.create(aRoom().build());
    join(seatOf("a", 1));
    Seat moved =
        seatOf("a", 1).on(SeatConnection.socket("new", PHONE, "r")).with(Trait.RETURNING, true);
    assertThat(seats.move(key("r1"), new SeatHolder("a", "c-a"), moved)).isPresent();

    Seat again =
        new Seat("a", SeatConnection.socket("new", PHONE, "r"), "n", 9, "d", Seat.newcomer());
    assertThat(join(again))
        .isInstanceOfSatisfying(
            Joined.Back.class,
            back -> assertThat(back.room().seats().get("a").joinedAt()).isEqualTo(1));
    assertThat(join(again)).isInstanceOf(Joined.AlreadyIn.class);
  }

  @Test
  void aSocketThatNoLongerHoldsTheSeatChangesNothing() {
    rooms.create(aRoom().build());
    join(seatOf("a", 1));

    assertThat(
            seats.move(
                key("r1"),
                new SeatHolder("a", "stale"),
                seatOf("a", 1).on(SeatConnection.socket("x", PHONE, "j"))))
        .isEmpty();
    assertThat(seats.leave(room(), new SeatHolder("a", "stale"))).isEmpty();
    seats.markLost(key("r1"), new SeatHolder("a", "stale"), Instant.ofEpochSecond(1));

    assertThat(room().seats().get("a")).isEqualTo(seatOf("a", 1));
  }

  @Test
  void leavingEndsTheHostRoleAndTheShare() {
    rooms.create(aRoom().host("b").build());
    join(seatOf("a", 1));
    join(seatOf("b", 2));
    rooms.share(room(), new Share("screen", Optional.empty(), "b"), SampleRooms.ask("b", 1));
    assertThat(room().hostId()).contains("b");

    Room left = seats.leave(room(), new SeatHolder("b", "c-b")).orElseThrow().now();

    assertThat(left.hostId()).contains("a");
    assertThat(left.share()).isEmpty();
    join(seatOf("b", 3));
    assertThat(room().hostId()).as("the role was handed on for good").contains("a");
  }

  @Test
  void leavingEndsAShareThatBeganSinceTheRoomWasRead() {
    rooms.create(aRoom().build());
    join(seatOf("a", 1));
    join(seatOf("b", 2));
    Room before = room();
    share("b");

    Departure left = seats.leave(before, new SeatHolder("b", "c-b")).orElseThrow();

    assertThat(left.endsShare()).isTrue();
    assertThat(room().share()).as("nobody else could end it").isEmpty();
  }

  @Test
  void aShareEndsWithASeatThatIsGivenAway() {
    rooms.create(aRoom().capacity(1).build());
    join(seatOf("a", 1));
    share("a");
    seats.markLost(key("r1"), new SeatHolder("a", "c-a"), Instant.ofEpochSecond(100));

    assertThat(seats.join(key("r1"), seatOf("b", 3), Instant.ofEpochSecond(101)))
        .isInstanceOfSatisfying(
            Joined.Swapped.class, swapped -> assertThat(swapped.evicted().endsShare()).isTrue());
    assertThat(room().share()).isEmpty();
  }

  @Test
  void whoeverWasThrownOutCannotComeBackOnTheSameSocketAsSomebodyElse() {
    rooms.create(aRoom().build());
    join(seatOf("a", 1));
    Seat moved = seatOf("a", 1).on(SeatConnection.socket("new", PHONE, "j"));
    Room before = room();
    seats.move(key("r1"), new SeatHolder("a", "c-a"), moved);

    assertThat(seats.kick(before, "a").orElseThrow().seat()).isEqualTo(moved);

    Seat disguised = new Seat("b", moved.connection(), "b", 5, "d", Seat.newcomer());
    assertThat(join(disguised)).isInstanceOf(Joined.Kicked.class);
    assertThat(join(seatOf("b", 6))).as("on a socket of its own").isInstanceOf(Joined.New.class);
    assertThat(room().kicked()).isEqualTo(1);
  }

  @Test
  void aLockedRoomLetsOnlyMembersIn() {
    rooms.create(aRoom().build());
    join(seatOf("a", 1));
    Edit lock = new Edit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
    rooms.edit(room(), lock, SampleRooms.ask("a", 1));

    assertThat(join(seatOf("b", 2))).isInstanceOf(Joined.Locked.class);
    Seat back = new Seat("a", SeatConnection.socket("new", PHONE, "j"), "a", 5, "", Set.of());
    assertThat(join(back)).as("a member on a new socket").isInstanceOf(Joined.Back.class);
  }

  private void share(String userId) {
    rooms.share(room(), new Share("screen", Optional.empty(), userId), SampleRooms.ask(userId, 1));
  }

  private List<Joined> joinAtOnce(int users) throws Exception {
    List<Callable<Joined>> joins = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      Seat seat = seatOf("u" + i, i);
      joins.add(() -> join(seat));
    }
    List<Joined> outcomes = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(64)) {
      for (Future<Joined> done : executor.invokeAll(joins)) {
        outcomes.add(done.get());
      }
    }
    return outcomes;
  }

  private Joined join(Seat seat) {
    return seats.join(key("r1"), seat, NEVER);
  }

  private Room room() {
    return rooms.findNow(key("r1")).orElseThrow();
  }

  @Test
  void anOlderLeaveDoesNotUndoANewerJoin() {
    rooms.create(aRoom().capacity(2).build());
    seats.join(key("r1"), seatOf("a", 100), Instant.EPOCH);
    SeatHolder holder = new SeatHolder("a", "c-a");

    assertThat(seats.leave(room(), holder, Instant.ofEpochMilli(99))).isEmpty();
    assertThat(seats.leave(room(), holder, Instant.ofEpochMilli(100)))
        .as("within one millisecond being in wins")
        .isEmpty();
    seats.joinedAgain(room().key(), holder, Instant.ofEpochMilli(300));
    assertThat(seats.leave(room(), holder, Instant.ofEpochMilli(200))).isEmpty();
    assertThat(seats.leave(room(), holder, Instant.ofEpochMilli(301))).isPresent();
  }

  @Test
  void eachChangeStandsUntilANewerOneAndUndoesNoOther() {
    rooms.create(aRoom().capacity(2).build());
    seats.join(key("r1"), seatOf("a", 1), Instant.EPOCH);
    Room stale = room();
    Instant later = Instant.ofEpochMilli(20);
    Instant earlier = Instant.ofEpochMilli(10);

    seats.change(stale, "a", seat -> seat.with(Trait.AUDIO, false, later));
    seats.change(stale, "a", seat -> seat.with(Trait.VIDEO, false, later));
    seats.change(stale, "a", seat -> seat.with(Trait.VIDEO, true, earlier));
    seats.change(stale, "a", seat -> seat.named("new", later));

    Seat seat = room().seat("a").orElseThrow();
    assertThat(seat.has(Trait.AUDIO)).as("what a stale reader did not know").isFalse();
    assertThat(seat.has(Trait.VIDEO)).as("the newer of two").isFalse();
    assertThat(seat.name()).isEqualTo("new");
  }
}
