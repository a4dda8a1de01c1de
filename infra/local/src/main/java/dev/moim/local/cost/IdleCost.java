package dev.moim.local.cost;

import dev.moim.template.EventSource.QueueSource;
import dev.moim.template.EventSource.Schedule;
import dev.moim.template.Function;
import dev.moim.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a deployment uses in a month in which nobody comes, as its templates have it. */
final class IdleCost {

  private static final Duration MONTH = Duration.ofHours(730);

  /** Lambda keeps five requests waiting at a queue, for 20 seconds each. */
  private static final int POLLS_A_MINUTE = 15;

  private static final double LOGGED_GB = 700e-9;
  private static final double GB_SECONDS = 0.03;

  private IdleCost() {}

  /**
   * @param project with the templates
   */
  static Usage ofMonth(Path project, Template template) {
    Usage usage = new Usage();
    for (Function function : template.functions()) {
      function
          .events()
          .forEach(event -> {
            if (event instanceof Schedule schedule) {
              schedule
                  .rate()
                  .ifPresent(rate -> addRuns(usage, (double) MONTH.toSeconds() / rate.toSeconds()));
            } else if (event instanceof QueueSource) {
              usage.add(Item.QUEUE_REQUESTS, (double) POLLS_A_MINUTE * MONTH.toMinutes());
            }
          });
    }
    for (String text : templates(project)) {
      // An alarm is billed by what it looks at: several metrics if it does sums, else one.
      int sums = count(text, "\n      Metrics:\n");
      usage.add(
          Item.ALARMS, count(text, "AWS::CloudWatch::Alarm") - sums + count(text, "MetricStat:"));
      usage.add(Item.METRICS, count(text, "AWS::Logs::MetricFilter"));
      usage.add(Item.SECRETS, count(text, "AWS::SecretsManager::Secret\n"));
    }
    return usage;
  }

  private static void addRuns(Usage usage, double runs) {
    usage
        .add(Item.SCHEDULED, runs)
        .add(Item.REQUESTS, runs)
        .add(Item.GB_SECONDS, runs * GB_SECONDS)
        .add(Item.READS, runs)
        .add(Item.LOGS, runs * LOGGED_GB);
  }

  private static List<String> templates(Path project) {
    try (Stream<Path> families = Files.list(project.resolve("functions"))) {
      return Stream.concat(
              Stream.of(project.resolve("template.yaml")),
              families.map(family -> family.resolve("template.yaml")).filter(Files::exists))
          .map(IdleCost::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(String text, String part) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
