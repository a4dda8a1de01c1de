package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.rooms.dynamodb.SampleRooms.aRoom;
import static dev.moim.shared.rooms.dynamodb.SampleRooms.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoRoomDirectoryTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable");

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private DynamoRooms rooms;
  private DynamoRoomDirectory directory;

  @BeforeEach
  void setUp() {
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    directory = new DynamoRoomDirectory(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void listsAHundredRoomsInOneRequestTheLatestFirst() {
    create(100);
    DYNAMO.counter().reset();

    Page<RoomFacts> page = directory.list("tenant", 100, Optional.empty());

    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
    assertThat(page.items())
        .hasSize(100)
        .first()
        .isEqualTo(new RoomFacts(key("r099"), "title", 10, true, "creator", 1_099, ""));
    assertThat(page.items()).last().extracting(RoomFacts::key).isEqualTo(key("r000"));
  }

  @Test
  void goesOnWhereAPageEnded() {
    create(7);
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<RoomFacts> page = directory.list("tenant", 3, next);
      page.items().forEach(room -> seen.add(room.key().roomId()));
      next = page.next();
    } while (next.isPresent());

    assertThat(seen).containsExactly("r006", "r005", "r004", "r003", "r002", "r001", "r000");
  }

  @Test
  void showsNobodyTheRoomsOfOthersOrRoomsWithoutMedia() {
    create(2);
    rooms.create(aRoom("p2p").build());

    assertThat(directory.list("tenant", 100, Optional.empty()).items()).hasSize(2);
    assertThat(directory.list("other", 100, Optional.empty()).items()).isEmpty();
    Optional<String> cursor = directory.list("tenant", 1, Optional.empty()).next();
    assertThat(directory.list("other", 100, cursor).items()).isEmpty();
  }

  /** What is left out must not make pages short, nor a page read everything. */
  @Test
  void everyPageButTheLastIsFull() {
    for (int i = 0; i < 130; i++) {
      rooms.create(aRoom("p%03d".formatted(i), 1_000 + i).media(i % 5 == 0).build());
    }
    List<RoomFacts> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    DYNAMO.counter().reset();
    do {
      Page<RoomFacts> page = directory.list("tenant", 4, next);
      seen.addAll(page.items());
      next = page.next();
      assertThat(page.items().size() == 4 || next.isEmpty()).isTrue();
    } while (next.isPresent());
    assertThat(seen).hasSize(26).doesNotHaveDuplicates().allMatch(RoomFacts::media);
    assertThat(DYNAMO.counter().requests()).isLessThanOrEqualTo(2 * 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!", "", "MTIz", "YWJjIGRlZg"})
  void refusesACursorItDidNotMake(String cursor) {
    assertThatThrownBy(() -> directory.list("tenant", 10, Optional.of(cursor)))
        .isInstanceOf(FieldException.class);
  }

  private void create(int count) {
    IntStream.range(0, count)
        .mapToObj(i -> aRoom("r%03d".formatted(i), 1_000 + i).media(true).build())
        .forEach(rooms::create);
  }
}
