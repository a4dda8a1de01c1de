package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every row of {@code infra/authorisation/meetings.csv}. */
class MeetingsAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private static final Map<String, Long> IDS =
      Map.of(
          "gone", 9L, "faceless", 2L, "stranger", 3L, "applicant", 4L, "member", 5L, "author", 6L);

  private final TestClock clock = TestClock.at("2100-02-01T09:00:00Z");
  private final MeetingsApi api = new MeetingsApi(DYNAMO, clock);

  @ParameterizedTest
  @MethodSource("rows")
  void isAnsweredAsTheTableSays(String route, Map<String, Integer> expected) {
    api.people(3, 6).account(2);
    Map<String, String> scene = scene();
    for (var cell : expected.entrySet()) {
      String who = cell.getKey();
      String body = Form.of("모임").body("thumbnail");
      assertThat(sender(who).send(route, scene, Map.of("foodCategory", ""), body).status())
          .as("%s by %s", route, who)
          .isEqualTo(cell.getValue());
      boolean changed = cell.getValue() < 300 && !route.startsWith("GET");
      scene = changed ? scene() : scene;
    }
  }

  /** A meeting with a member and somebody who waits; the parameters of paths that lead to it. */
  private Map<String, String> scene() {
    long meeting = api.as(6).created(Form.of("모임"));
    api.as(6).approve(api.as(5).applied(meeting));
    long waiting = api.as(4).applied(meeting);
    Map<String, String> path = new HashMap<>(MeetingsApi.meeting(meeting));
    path.putAll(MeetingsApi.participation(waiting));
    path.put("userId", "5");
    return path;
  }

  private MeetingsApi.As sender(String who) {
    return switch (who) {
      case "nobody" -> api.nobody();
      case "forged" -> api.with(api.token(6).replaceFirst("\\.[^.]+$", ".AAAA"));
      case "expired" -> {
        String token = api.token(6);
        clock.advance(Duration.ofHours(2));
        yield api.with(token);
      }
      default -> api.as(IDS.get(who));
    };
  }

  static Stream<Arguments> rows() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/meetings.csv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
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
