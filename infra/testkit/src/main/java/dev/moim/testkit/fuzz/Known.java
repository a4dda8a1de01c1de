package dev.moim.testkit.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that lead somewhere: ids of what there is, and what clients usually write. */
final class Known {

  /** What was learnt last is what still exists. */
  private static final int MOST = 20;

  private final Map<String, List<String>> values = new HashMap<>();

  void add(String field, String text) {
    List<String> texts = values.computeIfAbsent(field, _ -> new ArrayList<>());
    texts.add(text);
    if (texts.size() > MOST) {
      texts.removeFirst();
    }
  }

  /** Mostly one that is known, else a plain text. */
  String of(String field, RandomGenerator random) {
    List<String> known = values.getOrDefault(field, List.of());
    return known.isEmpty() || random.nextInt(6) == 0
        ? "x" + random.nextInt(20)
        : NastyTexts.pick(random, known);
  }
}
