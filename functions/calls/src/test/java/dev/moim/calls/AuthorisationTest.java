package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every cell of {@code infra/authorisation/calls.csv}, whose header sets the scene. */
class AuthorisationTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final List<String> ROLES = Scene.ROLES;

  /** What a role gets that tries a route. */
  record Cell(String route, String role, String expected) {

    /** Whoever registers anew ends what they were before, also if they are refused. */
    boolean changesTheScene() {
      return List.of("200", "silent").contains(expected) || route.equals("register");
    }

    void tryIn(Scene scene, SoftAssertions softly) {
      Client client = scene.enter(role);
      Client.Answer answer =
          route.equals("register")
              ? scene.register(client, role)
              : client.dispatch(scene.request(route, role));
      softly
          .assertThat(answer.fields().isEmpty() ? "silent" : answer.code())
          .as("what infra/authorisation/calls.csv says %s gets for %s", role, route)
          .isEqualTo(expected);
    }
  }

  static List<Cell> changes() throws IOException {
    return cells().filter(Cell::changesTheScene).toList();
  }

  @ParameterizedTest
  @MethodSource
  void changes(Cell cell) {
    SoftAssertions.assertSoftly(softly -> cell.tryIn(new Scene(new World(DYNAMO)), softly));
  }

  /** Other refusals leave the scene as it was, so those of one role share one. */
  @ParameterizedTest
  @FieldSource("ROLES")
  void refused(String role) throws IOException {
    Scene scene = new Scene(new World(DYNAMO));
    List<Cell> cells =
        cells().filter(cell -> !cell.changesTheScene() && cell.role().equals(role)).toList();
    assertThat(cells).isNotEmpty();
    SoftAssertions.assertSoftly(softly -> cells.forEach(cell -> cell.tryIn(scene, softly)));
  }

  private static Stream<Cell> cells() throws IOException {
    List<String> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/calls.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines.getFirst()).isEqualTo("route," + String.join(",", ROLES));
    return lines.stream().skip(1).map(line -> List.of(line.split(","))).flatMap(row -> cells(row));
  }

  /** Of $connect and $disconnect the tests of the handlers know. */
  private static Stream<Cell> cells(List<String> row) {
    String route = row.getFirst();
    return route.startsWith("$") && !route.equals("$default")
        ? Stream.empty()
        : IntStream.range(0, ROLES.size())
            .mapToObj(i -> new Cell(route, ROLES.get(i), row.get(i + 1)));
  }
}
