package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.seatOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms.Edit;
import dev.moim.shared.rooms.Rooms.Sharing;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRoomsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private DynamoRooms rooms;
  private DynamoSeats seats;

  @BeforeEach
  void setUp() {
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void keepsEveryFactOfARoom() {
    Room room = aRoom().host("h").option(Option.DESTROY, false).build();

    assertThat(rooms.create(room)).isTrue();
    assertThat(rooms.find(key("r1"))).contains(room);
    assertThat(rooms.create(room)).as("a second one of the same id").isFalse();
    assertThat(rooms.find(new RoomKey("other tenant", "r1"))).isEmpty();
  }

  @Test
  void onlyOneThingIsSharedAtATime() {
    rooms.create(aRoom().build());
    join("a", 1);
    join("b", 2);

    assertThat(share("screen", "a", 10)).isInstanceOf(Sharing.Done.class);
    assertThat(share("document", "a", 11)).as("its own").isInstanceOf(Sharing.Done.class);
    assertThat(share("screen", "b", 12)).isInstanceOf(Sharing.Refused.class);

    rooms.endShare(room(), SampleRooms.ask("a", 13));
    assertThat(room().share()).isEmpty();
    assertThat(share("screen", "b", 14)).isInstanceOf(Sharing.Done.class);
  }

  @Test
  void whatWasAskedForLaterStandsWhicheverComesFirst() {
    rooms.create(aRoom().build());
    join("a", 1);
    share("screen", "a", 10);

    assertThat(rooms.endShare(room(), SampleRooms.ask("a", 9)))
        .as("a stop from before the start")
        .isInstanceOf(Sharing.Outdated.class);
    assertThat(rooms.endShare(room(), SampleRooms.ask("a", 10)))
        .as("in the same millisecond sharing wins")
        .isInstanceOf(Sharing.Outdated.class);
    rooms.endShare(room(), SampleRooms.ask("a", 20));
    assertThat(share("screen", "a", 15))
        .as("a start from before the stop")
        .isInstanceOf(Sharing.Outdated.class);
    assertThat(room().share()).isEmpty();
  }

  @Test
  void aStopThatOvertookItsStartStands() {
    rooms.create(aRoom().build());
    join("a", 1);
    join("b", 2);
    Room nothingShared = room();

    assertThat(rooms.endShare(nothingShared, SampleRooms.ask("a", 20)))
        .isInstanceOf(Sharing.Done.class);
    assertThat(share("screen", "a", 15)).isInstanceOf(Sharing.Outdated.class);
    assertThat(share("screen", "a", 25)).as("a later one").isInstanceOf(Sharing.Done.class);
    assertThat(rooms.endShare(nothingShared, SampleRooms.ask("b", 30)))
        .as("by somebody else, who has not seen it yet")
        .isInstanceOf(Sharing.Refused.class);
    assertThat(rooms.endShare(nothingShared, SampleRooms.ask("gone", 30)))
        .isInstanceOf(Sharing.Refused.class);
    assertThat(room().share()).isPresent();
  }

  private Sharing share(String type, String userId, long asked) {
    return rooms.share(
        room(), new Share(type, Optional.empty(), userId), SampleRooms.ask(userId, asked));
  }

  @Test
  void editsOnlyWhatFits() {
    rooms.create(aRoom().build());
    join("a", 1);
    join("b", 2);

    assertThat(edit(Optional.of("new"), Optional.of(2), Optional.of("b")))
        .hasValueSatisfying(edited -> {
          assertThat(edited.title()).isEqualTo("new");
          assertThat(edited.capacity()).isEqualTo(2);
          assertThat(edited.hostId()).contains("b");
        });
    assertThat(edit(Optional.empty(), Optional.of(1), Optional.empty()))
        .as("fewer than there are members")
        .isEmpty();
    assertThat(edit(Optional.empty(), Optional.empty(), Optional.of("stranger"))).isEmpty();
  }

  @Test
  void keepsGroupsUpToALimit() {
    rooms.create(aRoom().build());
    Group group = new Group("g", List.of("a", "b"), "a");
    for (int i = 0; i < 16; i++) {
      assertThat(rooms.addGroup(room(), "g" + i, group, SampleRooms.ask("a", 1))).isTrue();
    }
    assertThat(rooms.addGroup(room(), "g16", group, SampleRooms.ask("a", 1))).isFalse();
    assertThat(room().groups()).hasSize(16).containsEntry("g0", group);

    rooms.removeGroup(room(), "g0");
    assertThat(room().groups()).hasSize(15).doesNotContainKey("g0");
  }

  @Test
  void findsAnyNumberOfRooms() {
    List<RoomKey> keys = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      keys.add(key("r" + i));
      rooms.create(aRoom("r" + i).build());
    }
    keys.add(key("none"));
    keys.add(key("r0"));
    DYNAMO.counter().reset();

    assertThat(rooms.findAll(keys)).extracting(Room::roomId).doesNotHaveDuplicates().hasSize(205);
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("BatchGetItem", 3));
    assertThat(rooms.findAll(List.of())).isEmpty();
  }

  @Test
  void isDeletedOnlyWhileNobodyElseIsIn() {
    rooms.create(aRoom().build());
    join("a", 1);
    join("b", 2);
    assertThat(rooms.deleteWithLast(room(), new SeatHolder("a", "c-a"))).isFalse();
    assertThat(rooms.deleteIfEmpty(room())).isFalse();

    seats.leave(room(), new SeatHolder("b", "c-b"));
    assertThat(rooms.deleteWithLast(room(), new SeatHolder("a", "c-other"))).isFalse();
    assertThat(rooms.deleteWithLast(room(), new SeatHolder("a", "c-a"))).isTrue();
    assertThat(rooms.findNow(key("r1"))).isEmpty();
  }

  private Optional<Room> edit(
      Optional<String> title, Optional<Integer> capacity, Optional<String> host) {
    return rooms.edit(
        room(), new Edit(title, capacity, host, Optional.empty()), SampleRooms.ask("a", 1));
  }

  @Test
  void ofTwoEditsTheLaterOneStandsInEachFact() {
    rooms.create(aRoom().build());
    Edit lock = edit(Optional.empty(), true);
    Edit unlockAndName = edit(Optional.of("older"), false);

    rooms.edit(room(), lock, SampleRooms.ask("a", 20));
    Room now = rooms.edit(room(), unlockAndName, SampleRooms.ask("a", 10)).orElseThrow();

    assertThat(now.locked()).as("unlocked before it was locked").isTrue();
    assertThat(now.title()).as("nobody has said anything later").isEqualTo("older");
    assertThat(rooms.edit(room(), unlockAndName, SampleRooms.ask("a", 10)).orElseThrow().locked())
        .as("the same once more")
        .isTrue();
    rooms.edit(room(), edit(Optional.empty(), false), SampleRooms.ask("a", 21));
    assertThat(room().locked()).isFalse();
  }

  private static Edit edit(Optional<String> title, boolean locked) {
    return new Edit(title, Optional.empty(), Optional.empty(), Optional.of(locked));
  }

  private void join(String userId, long at) {
    seats.join(key("r1"), seatOf(userId, at), Instant.EPOCH);
  }

  private Room room() {
    return rooms.findNow(key("r1")).orElseThrow();
  }
}
