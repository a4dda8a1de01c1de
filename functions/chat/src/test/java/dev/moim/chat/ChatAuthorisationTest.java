package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every row of {@code infra/authorisation/chat.csv} that is about a request. */
class ChatAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final Map<String, Long> IDS = Map.of("host", 1L, "member", 2L, "stranger", 3L);

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @ParameterizedTest
  @MethodSource("rows")
  void isAnsweredAsTheTableSays(String route, Map<String, Integer> expected) {
    world.person(3);
    long room = MEETING;
    for (Map.Entry<String, Integer> cell : expected.entrySet()) {
      room++;
      world.meeting(room, 1, 2);
      world.happen("meeting.applied", room, 1, Map.of("userId", "3"));
      Object notification =
          world
              .send(1, "GET /api/v1/notifications", Map.of(), Map.of())
              .list()
              .getFirst()
              .get("id");
      Map<String, String> path =
          Map.of(
              "roomId", Long.toString(room),
              "userId", "2",
              "notificationId", String.valueOf(notification));
      assertThat(world.sendAs(token(cell.getKey()), route, path, Map.of()).status())
          .as("%s by %s", route, cell.getKey())
          .isEqualTo(cell.getValue());
    }
  }

  private Optional<String> token(String who) {
    return switch (who) {
      case "nobody" -> Optional.empty();
      case "forged" -> Optional.of(world.token(1).replaceFirst("\\.[^.]+$", ".AAAA"));
      case "expired" -> Optional.of(world.expiredToken(1));
      default -> Optional.of(world.token(IDS.get(who)));
    };
  }

  static Stream<Arguments> rows() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/chat.csv")).stream()
            .filter(line -> !line.startsWith("#") && !line.startsWith("$"))
            .map(line -> List.of(line.split(",")))
            .toList();
    List<String> header = lines.getFirst();
    return lines.stream().skip(1).map(row -> Arguments.of(row.getFirst(), cells(header, row)));
  }

  private static Map<String, Integer> cells(List<String> header, List<String> row) {
    Map<String, Integer> cells = new HashMap<>();
    for (int i = 1; i < row.size(); i++) {
      cells.put(header.get(i), Integer.valueOf(row.get(i)));
    }
    return cells;
  }
}
