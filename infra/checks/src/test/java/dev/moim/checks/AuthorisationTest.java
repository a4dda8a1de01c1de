package dev.moim.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code infra/authorisation/<family>.csv} says for every route who gets which code. What it says
 * is tried out in the family's own tests; here it must be complete and possible.
 */
@Tag("routes")
class AuthorisationTest {

  private final AsyncApi asyncApi = AsyncApi.ofProject();
  private final OpenApi openApi = OpenApi.ofProject();
  private final Todo todo = new Todo();

  @Test
  void everyRouteHasExactlyOneRow() {
    for (Family family : Family.all()) {
      String table = table(family);
      List<String> routes = rows(family).stream().map(List::getFirst).toList();
      List<String> who = lines(family).getFirst();
      todo.addMissing(
          family.routeKeys(),
          routes,
          key ->
              table
                  + " has no row for "
                  + key
                  + ": say what "
                  + who.subList(1, who.size())
                  + " get");
      todo.addMissing(
          routes,
          family.routeKeys(),
          key -> table + " has a row for " + key + ", which is no route of " + family.template());
      routes.stream()
          .filter(key -> routes.indexOf(key) != routes.lastIndexOf(key))
          .distinct()
          .forEach(key -> todo.add(table + " has two rows for " + key));
    }
    todo.assertNothingLeft();
  }

  @Test
  void everyRowHasACellForEverybody() {
    for (Family family : Family.all()) {
      List<String> header = lines(family).getFirst();
      if (!header.getFirst().equals("route") || Set.copyOf(header).size() < header.size()) {
        todo.add(table(family) + " must begin with: route, and everybody once");
      }
      rows(family).stream()
          .filter(row -> row.size() != header.size())
          .forEach(row ->
              todo.add(
                  table(family)
                      + ": the row of "
                      + row.getFirst()
                      + " has "
                      + (row.size() - 1)
                      + " cells for "
                      + (header.size() - 1)
                      + " who may try"));
    }
    todo.assertNothingLeft();
  }

  @Test
  void everyExpectedCodeIsOneTheOperationMayAnswerWith() {
    for (Family family : Family.all()) {
      for (List<String> row : rows(family)) {
        String route = row.getFirst();
        Set<String> codes = new TreeSet<>(row.subList(1, row.size()));
        codes.removeAll(possible(route));
        if (!codes.isEmpty()) {
          todo.add(
              "%s: %s is not described to answer %s; list them in %s, or write others"
                  .formatted(table(family), route, codes, whereAnswersStand(route)));
        }
      }
    }
    todo.assertNothingLeft();
  }

  private static String whereAnswersStand(String route) {
    if (route.contains(" ")) {
      return "infra/openapi.yaml among its responses";
    }
    String message = route.equals("$default") ? "refusal" : route + "Reply";
    return "infra/asyncapi.yaml among the codes of the message " + message;
  }

  private Set<String> possible(String route) {
    if (route.contains(" ")) {
      return openApi.statuses(route);
    }
    Set<String> cells = new HashSet<>(Set.of("-"));
    JsonNode codes =
        route.equals("$default")
            ? asyncApi.payload("refusal").at("/properties/code/enum")
            : asyncApi.payload(route + "Reply").at("/properties/code/enum");
    codes.forEach(code -> cells.add(code.asText()));
    // A socket is opened with an HTTP status, and an operation without a success code stays silent.
    cells.add(route.equals("$connect") ? "200" : cells.contains("200") ? "-" : "silent");
    return cells;
  }

  private static String table(Family family) {
    return "infra/authorisation/" + family.name() + ".csv";
  }

  private static List<List<String>> rows(Family family) {
    List<List<String>> lines = lines(family);
    return lines.subList(1, lines.size());
  }

  private static List<List<String>> lines(Family family) {
    return Repository.text(table(family))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }
}
