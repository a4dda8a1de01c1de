package dev.moim.bench;

import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/** Of some runs, so that one that was disturbed counts for little. */
public final class Median {

  private Median() {}

  public static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("of nothing");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Of so many runs. */
  public static double of(int runs, Callable<Double> run) throws Exception {
    double[] values = new double[runs];
    for (int i = 0; i < runs; i++) {
      values[i] = run.call();
    }
    return of(DoubleStream.of(values));
  }
}
