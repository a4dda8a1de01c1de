package dev.moim.template;

import dev.moim.template.EventSource.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Event sources of type {@code DynamoDB}, within the limits that Lambda sets them. */
final class StreamReader {

  /** Lambda's own default is no end, which is -1 in a template. */
  private static final int ENDLESS = -1;

  private static final int DEFAULT_BATCH = 100;
  private static final int MAX_BATCH = 10_000;
  private static final int MAX_WINDOW_SECONDS = 300;
  private static final int MAX_PARALLEL = 10;
  private static final int MAX_ATTEMPTS = 10_000;
  private static final int MIN_AGE_SECONDS = 60;
  private static final int MAX_AGE_SECONDS = 604_800;
  private static final int MAX_FILTERS = 5;

  private static final Set<String> KNOWN =
      Set.of(
          "Stream",
          "StartingPosition",
          "Enabled",
          "BatchSize",
          "MaximumBatchingWindowInSeconds",
          "ParallelizationFactor",
          "FilterCriteria",
          "MaximumRetryAttempts",
          "MaximumRecordAgeInSeconds",
          "BisectBatchOnFunctionError",
          "FunctionResponseTypes",
          "DestinationConfig");

  private StreamReader() {}

  static StreamSource source(Resource event) {
    Set<String> unknown = new TreeSet<>(event.properties().keySet());
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw refused(event, "streams with " + String.join(", ", unknown));
    }
    return new StreamSource(
        Names.tableIn(event.text("Stream")),
        fromTheStart(event),
        new StreamSource.Batches(
            number(event, "BatchSize", DEFAULT_BATCH, 1, MAX_BATCH),
            seconds(number(event, "MaximumBatchingWindowInSeconds", 0, 0, MAX_WINDOW_SECONDS)),
            number(event, "ParallelizationFactor", 1, 1, MAX_PARALLEL)),
        filters(event),
        retries(event),
        failures(event));
  }

  private static boolean fromTheStart(Resource event) {
    return switch (event.text("StartingPosition")) {
      case "TRIM_HORIZON" -> true;
      case "LATEST" -> false;
      default -> throw refused(event, "a StartingPosition that a table's stream does not have");
    };
  }

  private static List<String> filters(Resource event) {
    List<String> filters =
        event.part("FilterCriteria").parts("Filters").stream()
            .map(filter -> filter.text("Pattern"))
            .toList();
    if (filters.size() > MAX_FILTERS) {
      throw refused(event, "more than " + MAX_FILTERS + " filters");
    }
    return filters;
  }

  private static StreamSource.Retries retries(Resource event) {
    int attempts = number(event, "MaximumRetryAttempts", ENDLESS, 0, MAX_ATTEMPTS);
    int age = number(event, "MaximumRecordAgeInSeconds", ENDLESS, MIN_AGE_SECONDS, MAX_AGE_SECONDS);
    return new StreamSource.Retries(
        attempts == ENDLESS ? Optional.empty() : Optional.of(attempts),
        event.text("BisectBatchOnFunctionError", "false").equals("true"),
        age == ENDLESS ? Optional.empty() : Optional.of(seconds(age)),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static Optional<String> failures(Resource event) {
    Resource destination = event.part("DestinationConfig").part("OnFailure");
    if (!destination.has("Destination")) {
      return Optional.empty();
    }
    String arn = destination.text("Destination");
    if (!destination.text("Type", "SQS").equals("SQS") || !arn.startsWith("arn:aws:sqs:")) {
      throw refused(event, "a destination that is no queue");
    }
    return Optional.of(Names.nameIn(arn));
  }

  /** The default stands for itself: it may be out of the range that others must keep to. */
  private static int number(Resource event, String property, int unlessSet, int min, int max) {
    int value = event.number(property, unlessSet);
    if (value != unlessSet && (value < min || value > max)) {
      throw refused(event, "a " + property + " that is not between " + min + " and " + max);
    }
    return value;
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  private static TemplateException refused(Resource event, String what) {
    return new TemplateException(event.logicalId() + ": " + what);
  }
}
