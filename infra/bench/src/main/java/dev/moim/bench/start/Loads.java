package dev.moim.bench.start;

import dev.moim.bench.Median;
import dev.moim.testkit.runtime.Load;
import dev.moim.testkit.runtime.RuntimeApi.Answer;
import dev.moim.testkit.runtime.RuntimeClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Sums over what processes cost. */
final class Loads {

  private Loads() {}

  static double millis(Load load) {
    return load.cpu().toNanos() / 1e6;
  }

  static Load median(List<Load> loads) {
    double classes = Median.of(loads.stream().mapToDouble(Load::classes));
    double nanos = Median.of(loads.stream().mapToDouble(load -> load.cpu().toNanos()));
    return new Load(Math.round(classes), Duration.ofNanos(Math.round(nanos)));
  }

  /** Whatever it answers, it must not fail: then something else would be measured. */
  static void answered(RuntimeClient client, byte[] event) throws Exception {
    Answer answer = client.invoke(new String(event, StandardCharsets.UTF_8));
    if (answer.failed()) {
      throw new IllegalStateException(answer.body() + client.log());
    }
  }
}
