package dev.moim.template;

import java.time.Duration;
import java.util.Optional;

/** What invokes a function besides a socket route, which its API declares. */
public sealed interface EventSource {

  /**
   * A route of an HTTP API.
   *
   * @param method upper case, {@code ANY} for all
   * @param path with {@code {name}} and {@code {name+}} segments, or {@code $default}
   */
  record HttpRoute(String api, String method, String path) implements EventSource {}

  /** An event source mapping. */
  record QueueSource(
      String queue, int batchSize, Duration batchingWindow, boolean reportsFailedItems)
      implements EventSource {}

  /**
   * A schedule.
   *
   * @param expression as written: {@code rate(…)}, {@code cron(…)} or {@code at(…)}
   * @param input the JSON event, when the template fixes one
   */
  record Schedule(String name, String expression, Optional<String> input, boolean enabled)
      implements EventSource {

    /** The period of a {@code rate(…)} expression; empty for the others. */
    public Optional<Duration> rate() {
      return Rates.parse(expression);
    }
  }
}
