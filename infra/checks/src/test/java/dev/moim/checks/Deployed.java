package dev.moim.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A template as written, beside the plain CloudFormation resources it becomes when deployed.
 *
 * @param path relative to the repository's root
 * @param source with its short tags (<code>!Ref</code>) in their long form
 */
public record Deployed(String path, JsonNode source, JsonNode resources) {

  private static @Nullable List<Deployed> all;

  /** Every template of the repository; transformed once. */
  public static synchronized List<Deployed> all() {
    if (all == null) {
      all = transform(Repository.templates());
    }
    return all;
  }

  /** The template of this path. */
  public static Deployed of(String path) {
    return all().stream()
        .filter(template -> template.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** Resources of a type by logical id. */
  public Map<String, JsonNode> ofType(String type) {
    return byType(resources, type);
  }

  Map<String, JsonNode> sourceOfType(String type) {
    return byType(source.path("Resources"), type);
  }

  private static Map<String, JsonNode> byType(JsonNode resources, String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    resources
        .properties()
        .forEach(entry -> {
          if (entry.getValue().path("Type").asText().equals(type)) {
            found.put(entry.getKey(), entry.getValue().path("Properties"));
          }
        });
    return found;
  }

  /** Of what depends on a parameter, the branch of those who have set it. */
  public static JsonNode chosen(JsonNode written) {
    JsonNode branch = written.path("Fn::If").path(1);
    return branch.isObject() ? branch : written;
  }

  /** A template that is not of the stack. */
  static Deployed transformed(String path) {
    return transform(List.of(path)).getFirst();
  }

  /** Templates, whether of the stack or not; transformed in one go, which is much faster. */
  static List<Deployed> transform(List<String> templates) {
    List<String> command = new ArrayList<>(List.of("infra/checks/src/test/python/transform.py"));
    command.addAll(templates);
    Python.Run run = Python.run(command);
    if (run.exitCode() != 0) {
      throw new AssertionError("the SAM transform refuses a template; run python3 " + command);
    }
    try {
      JsonNode result = new ObjectMapper().readTree(run.output());
      return templates.stream().map(path -> of(path, result.path(path))).toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Deployed of(String path, JsonNode both) {
    return new Deployed(path, both.path("source"), both.path("deployed").path("Resources"));
  }
}
