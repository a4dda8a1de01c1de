package dev.moim.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do, and fails when that takes too long. */
public final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 1_000_000;

  private Patience() {}

  public static void until(String what, BooleanSupplier happened) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + ": not within " + LIMIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
