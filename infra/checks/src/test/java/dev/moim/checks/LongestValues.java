package dev.moim.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** How long texts of a family's template get when every parameter of the root is at its longest. */
final class LongestValues {

  /** Longer than any id, ARN or address that AWS makes for a resource of ours. */
  private static final String MADE_BY_AWS = "x".repeat(150);

  private static final String STACK_NAME = "x".repeat(128);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w:.]+)}");

  private final JsonNode root;
  private final JsonNode given;

  private LongestValues(JsonNode root, JsonNode given) {
    this.root = root;
    this.given = given;
  }

  /**
   * @param family a nested template; the root hands it its parameters
   */
  static LongestValues of(Deployed family) {
    Deployed root = Deployed.of("template.yaml");
    JsonNode nested =
        root.sourceOfType("AWS::Serverless::Application").values().stream()
            .filter(it -> it.path("Location").asText().equals(family.path()))
            .findFirst()
            .orElseThrow();
    return new LongestValues(root.source(), nested.path("Parameters"));
  }

  /** The longest text that a value of the family's template may become. */
  String of(JsonNode value) {
    if (!value.isObject()) {
      return value.asText();
    }
    Map.Entry<String, JsonNode> call = value.properties().iterator().next();
    JsonNode argument = call.getValue();
    return switch (call.getKey()) {
      case "Ref" -> reference(argument.asText());
      case "Fn::Sub" -> substituted(argument.isArray() ? argument.path(0) : argument);
      case "Fn::If" -> longer(of(argument.path(1)), of(argument.path(2)));
      default -> MADE_BY_AWS;
    };
  }

  private String substituted(JsonNode text) {
    return PLACEHOLDER
        .matcher(text.asText())
        .replaceAll(found -> Matcher.quoteReplacement(reference(found.group(1))));
  }

  private String reference(String name) {
    if (name.equals("AWS::StackName")) {
      return STACK_NAME;
    }
    if (given.has(name)) {
      return new LongestValues(root, MissingNode.getInstance()).of(given.path(name));
    }
    JsonNode parameter = root.path("Parameters").path(name);
    return parameter.isMissingNode() ? MADE_BY_AWS : longest(name, parameter);
  }

  private static String longest(String name, JsonNode parameter) {
    if (parameter.has("AllowedValues")) {
      return StreamSupport.stream(parameter.path("AllowedValues").spliterator(), false)
          .map(JsonNode::asText)
          .max(Comparator.comparing(String::length))
          .orElseThrow();
    }
    if (parameter.has("MaxLength")) {
      return "x".repeat(parameter.path("MaxLength").asInt());
    }
    if (parameter.has("MaxValue")) {
      return parameter.path("MaxValue").asText();
    }
    throw new AssertionError("the parameter " + name + " needs a MaxLength or a MaxValue");
  }

  private static String longer(String one, String other) {
    return one.length() > other.length() ? one : other;
  }
}
