package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/studies.csv} that is an HTTP route. */
class StudiesAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable", "LicensesTable");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final Licensing licensing = new Licensing(DYNAMO, clock);
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, licensing.settings());

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String route, String who, int expected) {
    String studyId = api.study("other", "left", "member");
    api.as("ann", studyId).add("admin", "{\"role\":\"ADMIN\"}");
    api.as("ann", studyId).add("invited", "{\"status\":\"INVITED\"}");
    api.session(studyId, Duration.ofMinutes(1), "other");
    String sessionId = api.as("ann", studyId).start().text("session.id");
    for (String participant : List.of("ann", "left", "member", "admin")) {
      api.as(participant, studyId).join(sessionId);
    }
    api.as("left", studyId).remove("left");

    String userId = Map.of("nobody", "", "owner", "ann").getOrDefault(who, who);
    StudiesApi.As caller =
        who.equals("tenant") ? api.server(licensing.license(), studyId) : api.as(userId, studyId);
    StudiesApi.Answer answer =
        caller
            .session(sessionId)
            .user(route.startsWith("POST /api/my-studies/{studyId}/members") ? "new" : "other")
            .send(route, body(route, sessionId));

    assertThat(answer.status()).isEqualTo(expected);
  }

  private static String body(String route, String sessionId) {
    return route.startsWith("GET ")
        ? ""
        : route.startsWith("PATCH ")
                || route.equals("PUT /api/my-studies/{studyId}/members/{userId}")
            ? "{\"role\":\"ADMIN\"}"
            : "{\"name\":\"스터디\",\"sessionId\":\"" + sessionId + "\"}";
  }

  static Stream<Arguments> cells() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/studies.csv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split(",")))
            .toList();
    List<String> header = lines.getFirst();
    return lines.stream()
        .skip(1)
        .filter(row -> row.getFirst().contains(" "))
        .flatMap(row ->
            Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                .map(i -> Arguments.of(row.getFirst(), header.get(i), row.get(i))));
  }
}
