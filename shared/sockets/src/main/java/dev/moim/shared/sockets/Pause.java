package dev.moim.shared.sockets;

import java.time.Duration;

/** Waits in real time, as functions do between the attempts of a {@link Dispatcher}. */
public final class Pause {

  private Pause() {}

  /**
   * @throws IllegalStateException if the thread is interrupted, as when the function is stopped
   */
  public static void sleep(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stopped);
    }
  }
}
