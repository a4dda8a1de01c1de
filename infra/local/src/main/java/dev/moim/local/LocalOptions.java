package dev.moim.local;

import dev.moim.local.time.SystemTimeline;
import dev.moim.local.time.Timeline;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to run a template locally.
 *
 * @param project the folder with template.yaml, web/ and infra/
 * @param template the root template's file
 * @param port 0 takes a free one
 * @param data where DynamoDB's data stays; empty keeps it in memory
 * @param environment variables every function gets on top of the template's
 * @param parameters values for the root template's parameters
 * @param timeline time for all of the gateway's rules, function time-outs and schedules
 * @param failures where failed invocations are reported
 * @param databaseFlags more flags for the JVM of DynamoDB Local
 */
public record LocalOptions(
    Path project,
    Path template,
    int port,
    Optional<Path> data,
    Map<String, String> environment,
    Map<String, String> parameters,
    Timeline timeline,
    PrintStream failures,
    List<String> databaseFlags) {

  public LocalOptions {
    environment = Map.copyOf(environment);
    parameters = Map.copyOf(parameters);
  }

  /** The project's own template on a free port, with nothing kept: what a test wants. */
  public static LocalOptions of(Path project) {
    return new LocalOptions(
        project,
        project.resolve("template.yaml"),
        0,
        Optional.empty(),
        Map.of(),
        Map.of(),
        new SystemTimeline(),
        System.err,
        List.of());
  }

  public LocalOptions template(Path file) {
    return new LocalOptions(
        project, file, port, data, environment, parameters, timeline, failures, databaseFlags);
  }

  public LocalOptions port(int number) {
    return new LocalOptions(
        project,
        template,
        number,
        data,
        environment,
        parameters,
        timeline,
        failures,
        databaseFlags);
  }

  public LocalOptions data(Path folder, List<String> flags) {
    return new LocalOptions(
        project,
        template,
        port,
        Optional.of(folder),
        environment,
        parameters,
        timeline,
        failures,
        flags);
  }

  public LocalOptions environment(Map<String, String> variables) {
    return new LocalOptions(
        project, template, port, data, variables, parameters, timeline, failures, databaseFlags);
  }

  public LocalOptions parameters(Map<String, String> values) {
    return new LocalOptions(
        project, template, port, data, environment, values, timeline, failures, databaseFlags);
  }

  public LocalOptions timeline(Timeline other) {
    return new LocalOptions(
        project, template, port, data, environment, parameters, other, failures, databaseFlags);
  }

  public LocalOptions failures(PrintStream stream) {
    return new LocalOptions(
        project, template, port, data, environment, parameters, timeline, stream, databaseFlags);
  }
}
