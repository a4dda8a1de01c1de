package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.shared.kernel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** CloudWatch would refuse a broken dashboard, and show an empty one, only after a deployment. */
class DashboardTest {

  private static final Pattern OUTPUT = Pattern.compile("\\$\\{(\\w+)\\.Outputs\\.(\\w+)}");

  private final Deployed root = Deployed.of("template.yaml");
  private final String body =
      root.ofType("AWS::CloudWatch::Dashboard")
          .get("Dashboard")
          .at("/DashboardBody/Fn::Sub/0")
          .asText();

  @Test
  void itsBodyIsJsonWithTitledWidgets() throws JsonProcessingException {
    JsonNode widgets =
        new ObjectMapper().readTree(body.replaceAll("\\$\\{[\\w:.]+}", "x")).path("widgets");
    assertThat(widgets)
        .hasSizeGreaterThan(8)
        .allSatisfy(widget -> {
          assertThat(widget.path("type").asText()).isIn("metric", "log");
          assertThat(widget.at("/properties/title").asText()).isNotBlank();
          assertThat(widget.at("/properties/region").asText()).isEqualTo("x");
          assertThat(
                  widget.at("/properties/metrics").size()
                      + widget.at("/properties/query").asText().length())
              .isPositive();
        });
  }

  @Test
  void itShowsWhatFamiliesPutOut() {
    List<String> missing = new ArrayList<>();
    Matcher output = OUTPUT.matcher(body);
    while (output.find()) {
      Deployed family =
          Deployed.of(
              "functions/" + output.group(1).toLowerCase(java.util.Locale.ROOT) + "/template.yaml");
      if (!family.source().path("Outputs").has(output.group(2))) {
        missing.add(output.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(root.ofType("AWS::DynamoDB::Table").keySet())
        .allSatisfy(table -> assertThat(body).contains("${" + table + "}"));
  }

  /** Families' rights tests compare what their functions emit with the same. */
  @Test
  void itDrawsEveryMetricThatThereIs() {
    Set<String> drawn =
        new TreeSet<>(Drawn.ofFamilies().values().stream().flatMap(Set::stream).toList());
    assertThat(drawn)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(Metric::label).toList());
  }

  @Test
  void functionsCountIntoTheNamespaceThatItDraws() {
    JsonNode drawn =
        root.ofType("AWS::CloudWatch::Dashboard")
            .get("Dashboard")
            .at("/DashboardBody/Fn::Sub/1/Metrics");
    assertThat(root.sourceOfType("AWS::Serverless::Application").values())
        .filteredOn(nested -> nested.path("Location").asText().startsWith("functions/"))
        .hasSizeGreaterThan(3)
        .allSatisfy(nested -> {
          JsonNode given = nested.path("Parameters").path("MetricsNamespace").path("Fn::If");
          assertThat(given.path(0).asText()).isEqualTo("HasMetrics");
          assertThat(given.path(1)).isEqualTo(drawn);
          assertThat(given.path(2).asText("absent")).isEmpty();
        });
  }

  /** The lines that {@code Dispatcher} and {@code HttpEndpoint} log of a refusal. */
  @Test
  void itReadsRefusalsAsTheyAreLogged() {
    assertThat(
            Repository.text("shared/sockets/src/main/java/dev/moim/shared/sockets/Dispatcher.java"))
        .contains("\"{} refused: {}\"");
    assertThat(body).contains("/ refused: /", "parse message '* refused: *' as operation, code");
    assertThat(
            Repository.text("shared/lambda/src/main/java/dev/moim/shared/lambda/HttpEndpoint.java"))
        .contains("LOG.info(\"{}: {}\", event.getRouteKey(), refused.code().name())");
    assertThat("POST /api/room/{roomId}: ROOM_FULL")
        .matches("(GET|POST|PUT|PATCH|DELETE) .*: [A-Z_]+");
    assertThat(body).contains("/^(GET|POST|PUT|PATCH|DELETE) .*: [A-Z_]+$/");
  }
}
