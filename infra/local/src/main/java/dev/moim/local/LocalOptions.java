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
 * @param timeline time for all of the gateway's rules, function time-outs and schedules
 * @param failures where failed invocations are reported
 * @param gateways what the gateways do beyond what the template says
 */
public record LocalOptions(
    Path project,
    Path template,
    int port,
    Data data,
    Settings settings,
    Timeline timeline,
    PrintStream failures,
    GatewayOptions gateways) {

  /**
   * What is kept between runs.
   *
   * @param home the folder that keeps data and the trial license; empty keeps all in memory
   * @param fresh whether to forget what an earlier run kept there
   */
  public record Data(Optional<Path> home, boolean fresh) {}

  /**
   * What the template leaves open.
   *
   * @param environment variables every function gets on top of the template's
   * @param parameters values for the root template's parameters
   */
  public record Settings(Map<String, String> environment, Map<String, String> parameters) {
    public Settings {
      environment = Map.copyOf(environment);
      parameters = Map.copyOf(parameters);
    }
  }

  /** The project's own template on a free port, with nothing kept: what a test wants. */
  public static LocalOptions of(Path project) {
    return new LocalOptions(
        project,
        project.resolve("template.yaml"),
        0,
        new Data(Optional.empty(), false),
        new Settings(Map.of(), Map.of()),
        new SystemTimeline(),
        System.err,
        GatewayOptions.DEFAULTS);
  }

  public Optional<Path> home() {
    return data.home;
  }

  public boolean fresh() {
    return data.fresh;
  }

  public Map<String, String> environment() {
    return settings.environment;
  }

  public Map<String, String> parameters() {
    return settings.parameters;
  }

  public LocalOptions template(Path value) {
    return new LocalOptions(project, value, port, data, settings, timeline, failures, gateways);
  }

  public LocalOptions port(int value) {
    return new LocalOptions(project, template, value, data, settings, timeline, failures, gateways);
  }

  public LocalOptions home(Path value) {
    return data(new Data(Optional.of(value), data.fresh));
  }

  public LocalOptions fresh(boolean value) {
    return data(new Data(data.home, value));
  }

  public LocalOptions environment(Map<String, String> value) {
    return settings(new Settings(value, settings.parameters));
  }

  public LocalOptions parameters(Map<String, String> value) {
    return settings(new Settings(settings.environment, value));
  }

  public LocalOptions timeline(Timeline value) {
    return new LocalOptions(project, template, port, data, settings, value, failures, gateways);
  }

  public LocalOptions failures(PrintStream value) {
    return new LocalOptions(project, template, port, data, settings, timeline, value, gateways);
  }

  public LocalOptions gateways(GatewayOptions value) {
    return new LocalOptions(project, template, port, data, settings, timeline, failures, value);
  }

  private LocalOptions data(Data value) {
    return new LocalOptions(project, template, port, value, settings, timeline, failures, gateways);
  }

  private LocalOptions settings(Settings value) {
    return new LocalOptions(project, template, port, data, value, timeline, failures, gateways);
  }
}
