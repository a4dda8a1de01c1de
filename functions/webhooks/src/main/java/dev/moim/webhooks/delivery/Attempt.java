package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.webhooks.delivery.DeliveryLog.MessageId;
import dev.moim.webhooks.endpoint.EndpointKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * An attempt that is to be made later. A queue keeps a message for a quarter of an hour at most, so
 * one that is due later is put back until it is.
 *
 * @param after how many attempts it follows: if there were others, it is not made
 * @param due epoch milliseconds
 */
record Attempt(EndpointKey endpoint, MessageId message, int after, long due) {

  private static final String KIND = "attempt";

  static Attempt at(Instant due, EndpointKey endpoint, Message message, int after) {
    return new Attempt(endpoint, new MessageId(message.id()), after, due.toEpochMilli());
  }

  static Attempt of(Timer timer) {
    return new Attempt(
        new EndpointKey(timer.get("license"), timer.get("endpoint")),
        new MessageId(timer.get("message")),
        Integer.parseInt(timer.get("after")),
        Long.parseLong(timer.get("due")));
  }

  /** Has it come when it is due, or as far on the way there as a queue takes it. */
  void send(Timers timers, Instant now) {
    Duration wait = Duration.ofMillis(Math.max(0, due - now.toEpochMilli()));
    Duration delay = wait.compareTo(Timers.LONGEST) > 0 ? Timers.LONGEST : wait.plusMillis(999);
    timers.set(timer(), delay.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Whether it is the next one: a message that came twice, or was asked for again, has another. */
  boolean follows(Result last) {
    return last.state() == Result.State.WAITING && last.attempts() == after;
  }

  boolean isDue(Instant now) {
    return due <= now.toEpochMilli();
  }

  private Timer timer() {
    return new Timer(
        KIND,
        Map.of(
            "license", endpoint.licenseId(),
            "endpoint", endpoint.endpointId(),
            "message", message.text(),
            "after", Integer.toString(after),
            "due", Long.toString(due)));
  }
}
