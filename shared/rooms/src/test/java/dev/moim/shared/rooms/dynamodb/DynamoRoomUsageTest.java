package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Tally;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room that ends leaves its use behind, once, whatever happens meanwhile. */
class DynamoRoomUsageTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private final Instant start = clock.instant();
  private DynamoRooms rooms;
  private DynamoSeats seats;
  private DynamoRoomUsage usage;

  @BeforeEach
  void setUp() {
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
    usage = new DynamoRoomUsage(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
  }

  @Test
  void endingTakesTwoRequestsAndLeavesTheUse() {
    Room room = create("r1");
    clock.advance(Duration.ofMinutes(5));
    DYNAMO.counter().reset();
    assertThat(rooms.delete(room)).contains(room);

    assertThat(DYNAMO.counter().requests()).isEqualTo(2);
    assertThat(DYNAMO.counter().writeUnits()).as("the room, its index entry, its use").isEqualTo(3);
    long opened = start.toEpochMilli();
    assertThat(ended()).containsExactly(new UsedRoom(opened, "r1", opened + 300_000, Tally.NONE));
    assertThat(rooms.delete(room)).as("again").isEmpty();
    assertThat(rooms.deleteIfEmpty(room)).isFalse();
    assertThat(ended()).hasSize(1);
  }

  @Test
  void emptyingARoomLeavesTheUseToo() {
    Room room = create("r1");
    seats.join(key("r1"), seatOf("a", 1), Instant.EPOCH);
    assertThat(rooms.deleteIfEmpty(room)).isFalse();
    assertThat(ended()).isEmpty();
    assertThat(rooms.deleteWithLast(room, new SeatHolder("a", "c-a"))).isTrue();
    assertThat(ended()).hasSize(1);
  }

  @Test
  void endsWhoeverHasJoinedSinceTheRoomWasSeen() {
    Room before = create("r1");
    seats.join(key("r1"), seatOf("late", 1), Instant.EPOCH);
    assertThat(rooms.delete(before))
        .hasValueSatisfying(last -> assertThat(last.seats()).containsOnlyKeys("late"));
  }

  @Test
  void leavesARoomOfTheSameIdAlone() {
    Room before = create("r1");
    rooms.delete(before);
    clock.advance(Duration.ofSeconds(1));
    Room anew = create("r1");

    assertThat(rooms.delete(before)).isEmpty();
    assertThat(rooms.deleteIfEmpty(before)).isFalse();
    assertThat(rooms.findNow(key("r1"))).contains(anew);
    assertThat(ended()).hasSize(1);
  }

  @Test
  void conflictsAreRepeatedAndALostAnswerCountsOnce() {
    Room first = create("r1");
    DYNAMO.faults().conflict("UpdateItem", 2);
    assertThat(rooms.delete(first)).isPresent();
    DYNAMO.faults().conflict("UpdateItem", 2);
    create("r2");
    seats.join(key("r2"), seatOf("a", 1), Instant.EPOCH);
    assertThat(rooms.findNow(key("r2")).orElseThrow().seats()).hasSize(1);
    Room third = create("r3");
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    assertThat(rooms.delete(third)).isPresent();
    assertThat(ended()).extracting(UsedRoom::roomId).containsExactlyInAnyOrder("r1", "r3");
  }

  @Test
  void whoDiesBeforeTheUseIsWrittenLeavesItToOthers() {
    Room room = create("r1");
    dieWhileEnding(room);
    assertThat(rooms.findNow(key("r1"))).isEmpty();
    assertThat(ended()).isEmpty();
    assertThat(rooms.recover(key("r1"))).as("its license knows its name").isEmpty();
    assertThat(rooms.recover(key("r1"))).isEmpty();
    assertThat(ended()).extracting(UsedRoom::roomId).containsExactly("r1");
  }

  @Test
  void aRoomMadeInTheSamePlaceWritesTheUseOfTheOneBefore() {
    dieWhileEnding(create("r1"));
    clock.advance(Duration.ofSeconds(1));
    Room anew = create("r1");
    assertThat(rooms.findNow(key("r1"))).contains(anew);
    assertThat(ended()).extracting(UsedRoom::endedAt).containsExactly(start.toEpochMilli());
    assertThat(rooms.create(anew)).as("again").isFalse();
  }

  @Test
  void aRoomWithoutANameInItsLicenseIsListedUntilItIsCountedOff() {
    var directory = new DynamoRoomDirectory(DYNAMO.client(), DYNAMO.table("RoomsTable"));
    Room room = aRoom("r1", clock.millis()).build().asUnlisted();
    assertThat(rooms.create(room)).isTrue();
    assertThat(rooms.delete(room)).isPresent();
    assertThat(rooms.findNow(key("r1"))).isEmpty();
    assertThat(rooms.create(room)).as("the one before is not settled").isFalse();
    assertThat(directory.everyOne("tenant")).hasSize(1);
    assertThat(rooms.recover(key("r1"))).contains(room.life());

    rooms.settle(room.life());
    rooms.settle(room.life());
    assertThat(directory.everyOne("tenant")).isEmpty();
    assertThat(rooms.recover(key("r1"))).isEmpty();
    assertThat(rooms.create(room)).isTrue();
    rooms.settle(room.life());
    assertThat(rooms.findNow(key("r1"))).contains(room);
    assertThat(ended()).hasSize(1);
  }

  private void dieWhileEnding(Room room) {
    DYNAMO.faults().fail("PutItem", 1, () -> new IllegalStateException("died"));
    assertThatThrownBy(() -> rooms.delete(room)).hasStackTraceContaining("died");
    DYNAMO.faults().reset();
  }

  @Test
  void manyWhoEndARoomWhileOthersJoinEndItOnce() throws Exception {
    Room room = create("r1");
    List<Optional<Room>> endings = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(16)) {
      var done = new ArrayList<Future<Optional<Room>>>();
      for (int i = 0; i < 8; i++) {
        String user = "u" + i;
        executor.submit(() -> seats.join(key("r1"), seatOf(user, 1), Instant.EPOCH));
        done.add(executor.submit(() -> rooms.delete(room)));
      }
      for (var end : done) {
        endings.add(end.get());
      }
    }
    assertThat(endings).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(ended()).hasSize(1);
  }

  @Test
  void pagesGoBackInTimeWithinThePeriod() {
    for (int i = 0; i < 7; i++) {
      Room room = create("r" + i);
      clock.advance(Duration.ofMinutes(1));
      rooms.delete(room);
    }
    // r0 ended after 1 minute, r6 after 7.
    Instant from = start.plus(Duration.ofMinutes(2));
    Duration length = Duration.ofMinutes(5);
    Instant to = from.plus(length);
    Page<UsedRoom> first = usage.ended("tenant", from, length, 3, Optional.empty());
    assertThat(first.items()).extracting(UsedRoom::roomId).containsExactly("r5", "r4", "r3");
    Page<UsedRoom> second = usage.ended("tenant", from, length, 3, first.next());
    assertThat(second.items()).extracting(UsedRoom::roomId).containsExactly("r2", "r1");
    assertThat(second.next()).isEmpty();
    assertThat(usage.ended("another", from, length, 3, Optional.empty()).items()).isEmpty();
    assertThat(usage.ended("tenant", to, length.negated(), 3, Optional.empty()).items()).isEmpty();
  }

  @Test
  void refusesCursorsOfAnotherList() {
    for (String cursor : List.of("x", "", "!", "cjE", "enp6enp6enp6I3Ix")) {
      assertThatThrownBy(
              () -> usage.ended("tenant", start, Duration.ofSeconds(9), 3, Optional.of(cursor)))
          .as(cursor)
          .isInstanceOf(FieldException.class);
    }
  }

  @Test
  void forgetsAfter400Days() {
    rooms.delete(create("r1"));
    clock.advance(Duration.ofDays(400));
    assertThat(ended()).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(ended()).isEmpty();
  }

  private Room create(String roomId) {
    Room room = aRoom(roomId, clock.millis()).build();
    assertThat(rooms.create(room)).isTrue();
    return room;
  }

  private List<UsedRoom> ended() {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    return usage
        .ended(
            "tenant",
            Instant.EPOCH,
            Duration.between(Instant.EPOCH, tomorrow),
            100,
            Optional.empty())
        .items();
  }
}
