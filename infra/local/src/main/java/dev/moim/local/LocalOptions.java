package dev.moim.local;

import dev.moim.local.time.SystemTimeline;
import dev.moim.local.time.Timeline;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to run a template locally.
 *
 * @param project the folder with template.yaml, web/ and infra/
 * @param template the root template's file
 * @param port 0 takes a free one
 * @param home the folder that keeps data and the trial license; empty keeps all in memory
 * @param fresh whether to forget what an earlier run kept there
 * @param environment variables every function gets on top of the template's
 * @param parameters values for the root template's parameters
 * @param timeline time for all of the gateway's rules, function time-outs and schedules
 * @param failures where failed invocations are reported
 */
public record LocalOptions(
    Path project,
    Path template,
    int port,
    Optional<Path> home,
    boolean fresh,
    Map<String, String> environment,
    Map<String, String> parameters,
    Timeline timeline,
    PrintStream failures) {

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
        false,
        Map.of(),
        Map.of(),
        new SystemTimeline(),
        System.err);
  }

  public LocalOptions template(Path value) {
    return new LocalOptions(
        project, value, port, home, fresh, environment, parameters, timeline, failures);
  }

  public LocalOptions port(int value) {
    return new LocalOptions(
        project, template, value, home, fresh, environment, parameters, timeline, failures);
  }

  public LocalOptions home(Path value) {
    return new LocalOptions(
        project,
        template,
        port,
        Optional.of(value),
        fresh,
        environment,
        parameters,
        timeline,
        failures);
  }

  public LocalOptions fresh(boolean value) {
    return new LocalOptions(
        project, template, port, home, value, environment, parameters, timeline, failures);
  }

  public LocalOptions environment(Map<String, String> value) {
    return new LocalOptions(
        project, template, port, home, fresh, value, parameters, timeline, failures);
  }

  public LocalOptions parameters(Map<String, String> value) {
    return new LocalOptions(
        project, template, port, home, fresh, environment, value, timeline, failures);
  }

  public LocalOptions timeline(Timeline value) {
    return new LocalOptions(
        project, template, port, home, fresh, environment, parameters, value, failures);
  }

  public LocalOptions failures(PrintStream value) {
    return new LocalOptions(
        project, template, port, home, fresh, environment, parameters, timeline, value);
  }
}
