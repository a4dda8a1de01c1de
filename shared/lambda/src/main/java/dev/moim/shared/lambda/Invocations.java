package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Runs of one function: what they log carries Lambda's ids, and what they measure leaves in one
 * line, if a namespace ({@code METRICS_NAMESPACE}) is set.
 */
final class Invocations {

  /**
   * What a function is run for.
   *
   * @param name the route, or what kind of event it is
   * @param at when it came in, in milliseconds since the epoch; 0 if the event does not say
   */
  record Occasion(String name, long at) {}

  private final String namespace;
  private final String family;

  Invocations(Settings settings) {
    this.namespace = settings.find("METRICS_NAMESPACE").orElse("");
    this.family = settings.find("POWERTOOLS_SERVICE_NAME").orElse("").replaceFirst("^moim-", "");
  }

  /** Somebody waits for the answer, so it is timed. */
  <T> T answer(Context context, Occasion occasion, Supplier<T> body) {
    return run(
        context,
        occasion,
        () -> {
          long begun = System.nanoTime();
          T answer = body.get();
          Measures.took(Metric.LATENCY, begun);
          return answer;
        });
  }

  /** Nobody waits for it. */
  <T> T run(Context context, Occasion occasion, Supplier<T> body) {
    return PowertoolsLogging.withLogging(context, () -> measured(occasion, body));
  }

  private <T> T measured(Occasion occasion, Supplier<T> body) {
    if (namespace.isEmpty() || occasion.at() <= 0) {
      return body.get();
    }
    Measures measures = new Measures();
    T result = measures.during(body);
    if (!measures.sums().isEmpty()) {
      String line = MetricLine.of(namespace, family, occasion, measures);
      if (!Rehearsal.isOn()) {
        System.out.println(line);
      }
    }
    return result;
  }
}
