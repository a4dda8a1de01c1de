package dev.moim.shared.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Things to do later. A timer may fire late, twice, or for something long gone: whoever handles it
 * checks.
 */
public interface Timers {

  /** The longest delay a timer can have (SQS {@code DelaySeconds}). */
  Duration LONGEST = Duration.ofMinutes(15);

  record Timer(String kind, Map<String, String> data) {

    /**
     * @throws IllegalArgumentException if the timer was set without it
     */
    public String get(String name) {
      String value = data.get(name);
      if (value == null) {
        throw new IllegalArgumentException("timer " + kind + " has no " + name);
      }
      return value;
    }

    /** The same timer with one value more, or another one. */
    public Timer with(String name, String value) {
      Map<String, String> changed = new HashMap<>(data);
      changed.put(name, value);
      return new Timer(kind, changed);
    }
  }

  void set(Timer timer, Duration delay);
}
