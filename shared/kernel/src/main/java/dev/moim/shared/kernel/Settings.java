package dev.moim.shared.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A function's settings, by the names its template gives them. It reads a map and never the process
 * environment, so many functions with different settings can live in one JVM.
 */
public record Settings(Map<String, String> values) {

  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * @throws IllegalStateException if the template does not set it: a defect of the deployment
   */
  public String require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("setting " + name + " is not set"));
  }

  /** An empty value counts as unset: a template parameter cannot be absent, only empty. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * @throws IllegalStateException if it is set to something else
   */
  public int number(String name, int unlessSet) {
    return find(name).map(value -> parse(name, value)).orElse(unlessSet);
  }

  /**
   * @throws IllegalStateException if it is set to something that is no number of seconds
   */
  public Duration seconds(String name, Duration unlessSet) {
    return find(name).map(value -> Duration.ofSeconds(parse(name, value))).orElse(unlessSet);
  }

  /** A comma-separated value; empty when unset. */
  public List<String> list(String name) {
    return find(name).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** The names only: values hold secrets, and records end up in logs. */
  @Override
  public String toString() {
    return "Settings" + new TreeSet<>(values.keySet());
  }

  private static int parse(String name, String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException noNumber) {
      throw new IllegalStateException("setting " + name + " must be a whole number", noNumber);
    }
  }
}
