package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms.Sid;
import dev.moim.shared.rooms.Room;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoMediaRoomsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final Room ROOM = aRoom().build();

  private DynamoRooms rooms;
  private DynamoMediaRooms media;
  private DynamoMediaEvents events;

  @BeforeEach
  void setUp() {
    // In the future of any real clock: DynamoDB Local deletes what has expired by the real one.
    TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
    String table = DYNAMO.table("RoomsTable");
    rooms = new DynamoRooms(DYNAMO.client(), table, clock);
    media = new DynamoMediaRooms(DYNAMO.client(), table, clock);
    events = new DynamoMediaEvents(DYNAMO.client(), table, clock);
  }

  @Test
  void aRoomIsFoundByItsSidByItsTenantOnly() {
    assertThat(media.create(ROOM, incarnation("RM_1", 1))).isTrue();

    assertThat(rooms.findNow(key("r1"))).contains(ROOM);
    assertThat(media.find(new Sid("tenant", "RM_1"))).contains(key("r1"));
    assertThat(media.find(new Sid("other", "RM_1"))).isEmpty();
    assertThat(media.find(new Sid("tenant", "RM_2"))).isEmpty();
    media.forget(incarnation("RM_1", 1));
    assertThat(media.find(new Sid("tenant", "RM_1"))).isEmpty();
  }

  @Test
  void isCreatedInOneRequestAndOnlyOnce() {
    media.create(ROOM, incarnation("RM_1", 1));
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("TransactWriteItems", 1));

    assertThat(media.create(ROOM, incarnation("RM_2", 2))).isFalse();
    assertThat(media.find(new Sid("tenant", "RM_2"))).as("not half created").isEmpty();
  }

  @Test
  void onlyTheEndOfTheLatestIncarnationIsItsEnd() {
    media.create(ROOM, incarnation("RM_1", 1));
    media.started(incarnation("RM_2", 2));
    media.started(incarnation("RM_1", 1)); // late

    assertThat(media.finished(incarnation("RM_1", 1))).isEmpty();
    assertThat(media.finished(incarnation("RM_2", 2))).contains(ROOM);
    assertThat(media.find(new Sid("tenant", "RM_2"))).contains(key("r1"));
  }

  @Test
  void nothingIsKnownOfARoomThatIsGone() {
    media.started(incarnation("RM_1", 1));

    assertThat(media.find(new Sid("tenant", "RM_1"))).isEmpty();
    assertThat(media.finished(incarnation("RM_1", 1))).isEmpty();
    assertThat(rooms.findNow(key("r1"))).isEmpty();
  }

  @Test
  void anEventIsHandledOnceUnlessThatFailed() {
    assertThat(events.claim("EV_1")).isTrue();
    assertThat(events.claim("EV_1")).isFalse();
    events.release("EV_1");
    assertThat(events.claim("EV_1")).isTrue();

    assertThat(events.hasEnded("PA_1")).isFalse();
    events.ended("PA_1");
    assertThat(events.hasEnded("PA_1")).isTrue();
  }

  private static MediaRoom incarnation(String sid, long createdAt) {
    return new MediaRoom(key("r1"), sid, createdAt, 10);
  }
}
