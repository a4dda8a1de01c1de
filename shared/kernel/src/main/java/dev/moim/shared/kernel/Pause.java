package dev.moim.shared.kernel;

import java.time.Duration;

/** Waits in real time; whoever waits is given this, or in tests something else. */
public final class Pause {

  private Pause() {}

  /**
   * @throws IllegalStateException if the thread is interrupted, as when the function is stopped
   */
  public static void sleep(Duration wait) {
    if (Rehearsal.isOn()) {
      return; // nothing that is waited for would come
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stopped);
    }
  }
}
