package dev.moim.bench;

import java.util.List;
import java.util.function.Consumer;

/** One thing that is measured, beside a peer in the same run. */
public interface Bench {

  /** What {@code ./moim bench} is told to run it. */
  String name();

  /** One line about what it measures. */
  String about();

  /**
   * Measures.
   *
   * @param progress is told what happens meanwhile, a line each
   * @throws Exception if a peer could not be had, or what is measured failed
   */
  List<Row> run(Consumer<String> progress) throws Exception;
}
