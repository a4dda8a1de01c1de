package dev.moim.shared.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a function counts and times. Whoever has something to count says so here, without
 * knowing whether anybody watches: outside of {@link #during} it goes nowhere. Only the thread of
 * the run is heard, not those that it starts.
 */
public final class Measures {

  private static final ScopedValue<Measures> RUNNING = ScopedValue.newInstance();

  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final Map<Metric, Double> sums = new EnumMap<>(Metric.class);
  private @Nullable String refusal;

  /** Returns what {@code body} returns, having heard all it counts and times. */
  public <T> T during(Supplier<T> body) {
    return ScopedValue.where(RUNNING, this).call(body::get);
  }

  public static void count(Metric metric, int times) {
    if (times > 0) {
      add(metric, times);
    }
  }

  /**
   * @param begun what {@link System#nanoTime} was when it began
   */
  public static void took(Metric metric, long begun) {
    add(metric, (System.nanoTime() - begun) / NANOS_OF_A_MILLISECOND);
  }

  /** A request was refused: the latest code is what its sender was told. */
  public static void refused(ErrorCode code) {
    if (RUNNING.isBound()) {
      RUNNING.get().refusal = code.name();
      add(Metric.REFUSALS, 1);
    }
  }

  private static void add(Metric metric, double value) {
    if (RUNNING.isBound()) {
      RUNNING.get().sums.merge(metric, value, Double::sum);
    }
  }

  /** Each with its sum: a count, or milliseconds. What did not happen is not in it. */
  public Map<Metric, Double> sums() {
    return Map.copyOf(sums);
  }

  /** Of a request that was refused. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }
}
