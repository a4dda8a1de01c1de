package dev.moim.template;

import java.time.Duration;
import java.util.List;
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
   * The event source mapping of a table's stream.
   *
   * @param fromTheStart whether what the stream holds already is delivered too
   * @param filters patterns as written, in JSON, of which one must match; empty lets everything
   *     pass
   * @param failures the queue that hears of what was given up
   */
  record StreamSource(
      String table,
      boolean fromTheStart,
      Batches batches,
      List<String> filters,
      Retries retries,
      Optional<String> failures)
      implements EventSource {

    public StreamSource {
      filters = List.copyOf(filters);
    }

    /**
     * How records are put together.
     *
     * @param size at most so many
     * @param window how long records wait for others
     * @param parallel batches of one shard at a time
     */
    public record Batches(int size, Duration window, int parallel) {}

    /**
     * What happens to a batch that failed.
     *
     * @param attempts after the first; empty is without end
     * @param bisects whether each half is tried for itself
     * @param maximumAge of a record; empty is as long as the stream keeps it
     * @param reportsFailedItems whether the function says where to begin again
     */
    public record Retries(
        Optional<Integer> attempts,
        boolean bisects,
        Optional<Duration> maximumAge,
        boolean reportsFailedItems) {}
  }

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
