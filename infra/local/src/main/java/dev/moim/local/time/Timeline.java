package dev.moim.local.time;

import java.time.Duration;
import java.time.Instant;

/** Time as the gateway's rules see it: what it is now, and what happens later. */
public interface Timeline {

  Instant now();

  /** Runs the action once, unless it is cancelled before. The action must not block for long. */
  Task after(Duration delay, Runnable action);

  /** An action that has not run yet. */
  interface Task {
    void cancel();
  }
}
