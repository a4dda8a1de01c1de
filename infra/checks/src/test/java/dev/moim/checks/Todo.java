package dev.moim.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What a check found left to do: one sentence each, which names the file and what to write there.
 */
public final class Todo {

  private final List<String> sentences = new ArrayList<>();

  public void add(String sentence) {
    sentences.add(sentence);
  }

  /** A sentence for each name that is wanted and not there. */
  public void addMissing(
      Collection<String> wanted, Collection<String> there, Function<String, String> sentence) {
    wanted.stream()
        .filter(name -> !there.contains(name))
        .sorted()
        .distinct()
        .map(sentence)
        .forEach(this::add);
  }

  /**
   * @throws AssertionError with all of them, if there is anything
   */
  public void assertNothingLeft() {
    if (!sentences.isEmpty()) {
      throw new AssertionError(sentences.size() + " to do:\n  " + String.join("\n  ", sentences));
    }
  }
}
