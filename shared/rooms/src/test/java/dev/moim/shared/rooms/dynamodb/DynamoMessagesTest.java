package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoMessagesTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private static final RoomLife ROOM = new RoomLife(key("r1"), 1_000);

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private DynamoMessages messages;

  @BeforeEach
  void setUp() {
    messages = new DynamoMessages(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
  }

  @Test
  void aMessageCostsOneWriteUnitHoweverManyThereWere() {
    say(100);
    DYNAMO.counter().reset();
    say(1);

    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(1);
    assertThat(messages.of(List.of(ROOM))).isEqualTo(Map.of(ROOM, 101L));
  }

  @Test
  void eachLifeOfEachTenantsRoomHasItsOwn() {
    RoomLife later = new RoomLife(key("r1"), 2_000);
    RoomLife others = new RoomLife(new RoomKey("other", "r1"), 1_000);
    RoomLife silent = new RoomLife(key("r2"), 1_000);
    say(3);
    messages.count(later, "m1");
    messages.count(others, "m1");
    messages.count(others, "m2");

    assertThat(messages.of(List.of(ROOM, later, others, silent)))
        .isEqualTo(Map.of(ROOM, 3L, later, 1L, others, 2L));
    assertThat(messages.of(List.of())).isEmpty();
  }

  @Test
  void aHundredRoomsAreOneRequestToAsk() {
    List<RoomLife> many = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      many.add(new RoomLife(key("r" + number), 1_000));
    }
    messages.count(many.getLast(), "m1");
    DYNAMO.counter().reset();

    assertThat(messages.of(many)).isEqualTo(Map.of(many.getLast(), 1L));
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }

  @Test
  void aLostAnswerCountsOnceAndARefusalNotAtAll() {
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    say(1);
    DYNAMO.faults().die(1);
    assertThatThrownBy(() -> say(1)).isInstanceOf(RuntimeException.class);
    DYNAMO.faults().reset();

    assertThat(messages.of(List.of(ROOM))).isEqualTo(Map.of(ROOM, 1L));
  }

  @Test
  void sixtyFourWhoTalkAtOnceAreAllCounted() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Future<?>> said = new ArrayList<>();
      for (int n = 0; n < 64; n++) {
        said.add(threads.submit(() -> say(3)));
      }
      for (Future<?> each : said) {
        each.get();
      }
    }

    assertThat(messages.of(List.of(ROOM))).isEqualTo(Map.of(ROOM, 192L));
  }

  private void say(int times) {
    for (int i = 0; i < times; i++) {
      messages.count(ROOM, Ids.base36(12));
    }
  }
}
