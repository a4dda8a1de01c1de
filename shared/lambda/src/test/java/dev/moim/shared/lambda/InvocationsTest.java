package dev.moim.shared.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.Invocations.Occasion;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.TestContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InvocationsTest {

  private static final Occasion JOIN = new Occasion("joinRoom", 1_769_850_000_000L);
  private static final Settings MEASURED =
      new Settings(
          Map.of("METRICS_NAMESPACE", "moim-prod", "POWERTOOLS_SERVICE_NAME", "moim-calls"));

  private final Invocations invocations = new Invocations(MEASURED);

  private static Supplier<String> joins(int times) {
    return () -> {
      Measures.count(Metric.JOINS, times);
      return "joined";
    };
  }

  @Test
  void whatIsMeasuredLeavesInOneLineOfCloudWatchsFormat() {
    List<String> lines = written(() -> invocations.run(TestContext.INSTANCE, JOIN, joins(2)));

    assertThat(lines).hasSize(1);
    assertThat(Json.read(lines.getFirst()))
        .isEqualTo(
            Json.read(
                """
                {"_aws": {"Timestamp": 1769850000000, "CloudWatchMetrics": [
                    {"Namespace": "moim-prod", "Dimensions": [["Family"]],
                     "Metrics": [{"Name": "Joins", "Unit": "Count"}]}]},
                 "Family": "calls", "Operation": "joinRoom", "Joins": 2.0}
                """));
  }

  @Test
  void anAnswerIsTimedAndARefusalToldApartByItsCode() {
    List<String> lines =
        written(() ->
            invocations.answer(
                TestContext.INSTANCE,
                JOIN,
                () -> {
                  Measures.refused(HttpError.INVALID_REQUEST);
                  return "refused";
                }));

    assertThat(lines)
        .singleElement()
        .satisfies(line ->
            assertThat(line)
                .contains("\"Code\":\"INVALID_REQUEST\"", "\"Refusals\":1.0", "\"Latency\":")
                .containsOnlyOnce("[[\"Family\"]]")
                .containsOnlyOnce("[[\"Family\",\"Code\"]]")
                .contains("Milliseconds"));
  }

  @Test
  void whatMeasuredNothingWritesNothing() {
    assertThat(written(() -> invocations.run(TestContext.INSTANCE, JOIN, joins(0)))).isEmpty();
  }

  @Test
  void nothingIsWrittenWithoutANamespaceOrATime() {
    Invocations unmeasured = new Invocations(new Settings(Map.of("METRICS_NAMESPACE", "")));

    assertThat(written(() -> unmeasured.answer(TestContext.INSTANCE, JOIN, joins(1)))).isEmpty();
    assertThat(
            written(() ->
                invocations.answer(TestContext.INSTANCE, new Occasion("joinRoom", 0), joins(1))))
        .isEmpty();
  }

  private static List<String> written(Supplier<String> run) {
    PrintStream out = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThat(run.get()).isIn("joined", "refused");
    } finally {
      System.setOut(out);
    }
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
