package dev.moim.studies.call.dynamodb;

import java.util.concurrent.ThreadLocalRandom;

/** Waits a little longer, and by chance, each time somebody else was faster. */
final class Retries {

  private static final int MAX = 30;
  private static final int FIRST_MILLIS = 4;
  private static final int MAX_MILLIS = 150;

  private int tried;

  /**
   * @throws IllegalStateException after some 2 seconds: then it is no contention
   */
  void pause() {
    if (++tried > MAX) {
      throw new IllegalStateException("gave up after " + MAX + " attempts");
    }
    int limit = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(tried, 6));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, limit));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another writer", stopped);
    }
  }
}
