package dev.moim.shared.aws.dynamodb;

import dev.moim.shared.kernel.Rehearsal;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting between attempts at a conditional write that others won. */
public final class Contention {

  private static final int FIRST_MILLIS = 4;
  private static final int LONGEST_MILLIS = 128;

  private Contention() {}

  /**
   * Waits a random time, so that those who lost together do not come back together: longer with
   * each attempt, and not at all after the first, which may have lost to nobody in particular.
   *
   * @param attempt from 0
   */
  public static void pause(int attempt) {
    if (attempt == 0 || Rehearsal.isOn()) {
      return;
    }
    int limit = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 8));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, limit));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", stopped);
    }
  }
}
