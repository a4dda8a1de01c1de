package dev.moim.testkit.runtime;

import java.time.Duration;

/**
 * What a process has cost so far.
 *
 * @param classes that it has loaded
 * @param cpu of all its threads, which other processes lengthen only a little
 */
public record Load(long classes, Duration cpu) {

  static final Load NONE = new Load(0, Duration.ZERO);

  /** What came after an earlier moment. */
  public Load since(Load earlier) {
    return new Load(classes - earlier.classes, cpu.minus(earlier.cpu));
  }
}
