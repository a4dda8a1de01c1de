package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code infra/authorisation/<family>.csv} says for every route who gets which code. What it says
 * is tried out in the family's own tests; here it must be complete and possible.
 */
@Tag("routes")
class AuthorisationTest {

  @Test
  void everyRouteHasExactlyOneRow() {
    for (Family family : Family.all()) {
      assertThat(rows(family))
          .as("rows of %s", family.name())
          .extracting(List::getFirst)
          .containsExactlyInAnyOrderElementsOf(family.routeKeys());
    }
  }

  @Test
  void everyRowHasACellForEverybody() {
    for (Family family : Family.all()) {
      List<String> header = lines(family).getFirst();
      assertThat(header).startsWith("route").hasSizeGreaterThan(1).doesNotHaveDuplicates();
      assertThat(rows(family)).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
    }
  }

  @Test
  void everyExpectedCodeIsOneTheOperationMayAnswerWith() {
    for (Family family : Family.all()) {
      for (List<String> row : rows(family)) {
        assertThat(possible(row.getFirst()))
            .as("what %s may answer", row.getFirst())
            .containsAll(row.subList(1, row.size()));
      }
    }
  }

  private static Set<String> possible(String route) {
    if (route.contains(" ")) {
      return OpenApi.ofProject().statuses(route);
    }
    AsyncApi api = AsyncApi.ofProject();
    Set<String> cells = new HashSet<>(Set.of("-"));
    JsonNode codes =
        route.equals("$default")
            ? api.payload("refusal").at("/properties/code/enum")
            : api.payload(route + "Reply").at("/properties/code/enum");
    codes.forEach(code -> cells.add(code.asText()));
    // A socket is opened with an HTTP status, and an operation without a success code stays silent.
    cells.add(route.equals("$connect") ? "200" : cells.contains("200") ? "-" : "silent");
    return cells;
  }

  private static List<List<String>> rows(Family family) {
    List<List<String>> lines = lines(family);
    return lines.subList(1, lines.size());
  }

  private static List<List<String>> lines(Family family) {
    return Repository.text("infra/authorisation/" + family.name() + ".csv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }
}
