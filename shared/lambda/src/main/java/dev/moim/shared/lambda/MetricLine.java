package dev.moim.shared.lambda;

import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.wire.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured as one line of log, in CloudWatch's embedded metric format: CloudWatch makes
 * metrics of it without being called.
 */
final class MetricLine {

  /**
   * Each combination of values of its dimensions is a metric of its own, which is billed for every
   * hour it occurs in: families and codes are few. What a line says besides can be searched for.
   */
  private static final List<List<String>> BY_FAMILY = List.of(List.of("Family"));

  private static final List<List<String>> BY_CODE = List.of(List.of("Family", "Code"));

  private MetricLine() {}

  /**
   * @param namespace of all metrics of a deployment
   * @param family whose function ran
   * @param what it served, and when that came in
   */
  static String of(String namespace, String family, Invocations.Occasion what, Measures measures) {
    Map<Metric, Double> sums = new TreeMap<>(measures.sums());
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put(
        "_aws",
        Map.of("Timestamp", what.at(), "CloudWatchMetrics", directives(namespace, sums.keySet())));
    line.put("Family", family);
    line.put("Operation", what.name());
    measures.refusal().ifPresent(code -> line.put("Code", code));
    sums.forEach((metric, sum) -> line.put(metric.label(), Math.round(sum * 100) / 100.0));
    return Json.write(line);
  }

  private static List<Map<String, Object>> directives(String namespace, Iterable<Metric> metrics) {
    List<Map<String, String>> plain = new ArrayList<>();
    List<Map<String, String>> coded = new ArrayList<>();
    for (Metric metric : metrics) {
      (metric == Metric.REFUSALS ? coded : plain)
          .add(Map.of("Name", metric.label(), "Unit", metric.unit().label()));
    }
    List<Map<String, Object>> directives = new ArrayList<>();
    if (!plain.isEmpty()) {
      directives.add(Map.of("Namespace", namespace, "Dimensions", BY_FAMILY, "Metrics", plain));
    }
    if (!coded.isEmpty()) {
      directives.add(Map.of("Namespace", namespace, "Dimensions", BY_CODE, "Metrics", coded));
    }
    return directives;
  }
}
