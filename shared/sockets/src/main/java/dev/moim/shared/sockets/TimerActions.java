package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Timers.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What each kind of timer does when it fires. Timers fire late and twice, so each action looks
 * whether the world has moved on.
 */
public final class TimerActions {

  private final Map<String, Consumer<Timer>> byKind = new HashMap<>();

  /**
   * @throws IllegalArgumentException if the kind has an action already
   */
  public TimerActions on(String kind, Consumer<Timer> action) {
    if (byKind.put(kind, action) != null) {
      throw new IllegalArgumentException("two actions for timer " + kind);
    }
    return this;
  }

  /**
   * @throws IllegalArgumentException if nobody knows the kind; SQS then keeps the message for
   *     whoever looks at dead letters
   */
  public void run(Timer timer) {
    Consumer<Timer> action = byKind.get(timer.kind());
    if (action == null) {
      throw new IllegalArgumentException("unknown timer " + timer.kind());
    }
    action.accept(timer);
  }
}
