package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The lines of metrics that functions write to standard output. */
final class Emitted {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whatever a metric is told apart by: each combination is one more to pay for. */
  private static final Set<String> DIMENSIONS = Set.of("[[\"Family\"]]", "[[\"Family\",\"Code\"]]");

  private final String family;
  private final Set<String> metrics = new TreeSet<>();

  Emitted(String family) {
    this.family = family;
  }

  /** Runs one invocation, which may write one such line. */
  <T> T during(Supplier<T> invocation) {
    PrintStream out = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      return invocation.get();
    } finally {
      System.setOut(out);
      List<String> lines = new ArrayList<>();
      for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("{\"_aws\"")) {
          lines.add(line);
        } else {
          out.println(line);
        }
      }
      assertThat(lines).as("lines of one invocation").hasSizeLessThan(2);
      lines.forEach(this::read);
    }
  }

  private void read(String text) {
    JsonNode line = json(text);
    assertThat(line.path("Family").asText()).isEqualTo(family);
    Set<String> said = new TreeSet<>(Set.of("_aws", "Family", "Operation", "Code"));
    for (JsonNode directive : line.at("/_aws/CloudWatchMetrics")) {
      assertThat(directive.path("Namespace").asText()).isEqualTo(Functions.NAMESPACE);
      assertThat(directive.path("Dimensions").toString()).isIn(DIMENSIONS);
      directive.at("/Dimensions/0").forEach(name -> assertThat(line.has(name.asText())).isTrue());
      for (JsonNode metric : directive.path("Metrics")) {
        String name = metric.path("Name").asText();
        assertThat(line.path(name).isNumber()).as("%s in %s", name, text).isTrue();
        metrics.add(name);
        said.add(name);
      }
    }
    line.fieldNames().forEachRemaining(name -> assertThat(said).contains(name));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  String family() {
    return family;
  }

  /** Names of all metrics so far. */
  Set<String> metrics() {
    return metrics;
  }
}
