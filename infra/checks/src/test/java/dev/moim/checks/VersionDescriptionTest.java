package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A version is published when a function's description of itself changes. The value of a parameter
 * in its environment is no part of that, so the version's own description must repeat it; otherwise
 * a changed setting reaches nobody.
 */
class VersionDescriptionTest {

  private static final Pattern SECRET = Pattern.compile(":secret:\\[[^]]+]\\{1,(\\d+)}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  /**
   * A table keeps its name for the life of a stack, {@link TablesTest} sees to it, and a queue as
   * long as it is not replaced.
   */
  private static final Pattern FIXED = Pattern.compile("\\w+Table|CallTimers");

  @Test
  void namesExactlyTheSettingsOfTheEnvironment() {
    for (Deployed template : Deployed.all()) {
      JsonNode shared = template.source().at("/Globals/Function/Environment/Variables");
      template
          .sourceOfType("AWS::Serverless::Function")
          .forEach((id, function) -> {
            Set<String> settings = parameters(template, shared);
            settings.addAll(parameters(template, function.path("Environment").path("Variables")));
            settings.removeIf(name -> FIXED.matcher(name).matches());
            assertThat(parameters(template, function.path("VersionDescription")))
                .as("VersionDescription of %s", id)
                .isEqualTo(settings);
          });
    }
  }

  /** Each parameter at its longest. A longer description would only fail while deploying. */
  @Test
  void isNeverTooLongForLambda() {
    for (Deployed template : Deployed.all()) {
      template
          .sourceOfType("AWS::Serverless::Function")
          .forEach((id, function) -> {
            JsonNode sub = function.path("VersionDescription").path("Fn::Sub");
            String text = sub.isArray() ? sub.path(0).asText() : sub.asText();
            String longest =
                PLACEHOLDER
                    .matcher(text)
                    .replaceAll(it -> "x".repeat(longest(template, it.group(1))));
            assertThat(longest).as("VersionDescription of %s", id).hasSizeBetween(1, 256);
          });
    }
  }

  /** What is no parameter is a secret's name out of an ARN, as long as their patterns let it be. */
  private static int longest(Deployed template, String name) {
    JsonNode parameter = template.source().path("Parameters").path(name);
    if (parameter.isMissingNode()) {
      Matcher secret = SECRET.matcher(Repository.text(template.path()));
      assertThat(secret.find()).as("a pattern of secrets in %s", template.path()).isTrue();
      return Integer.parseInt(secret.group(1));
    }
    assertThat(parameter.has("MaxLength") || parameter.has("MaxValue"))
        .as("%s has a longest value", name)
        .isTrue();
    return parameter.path("MaxLength").asInt(parameter.path("MaxValue").asText().length());
  }

  private static Set<String> parameters(Deployed template, JsonNode node) {
    Set<String> names = new TreeSet<>(references(node));
    names.removeIf(name -> !template.source().path("Parameters").has(name));
    return names;
  }

  private static Set<String> references(JsonNode node) {
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().equals("Ref")) {
        names.add(field.getValue().asText());
      }
    }
    if (node.isTextual()) {
      PLACEHOLDER.matcher(node.asText()).results().forEach(match -> names.add(match.group(1)));
    }
    node.forEach(child -> names.addAll(references(child)));
    return names;
  }
}
