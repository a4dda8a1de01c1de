package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A function may do what its code does, to the things it does it to, and nothing else. */
class PolicyTest {

  /**
   * Writes the function's own logs, which SAM lets every role it makes; and its traces, where they
   * are asked for.
   */
  private static final Pattern REPORTING =
      Pattern.compile("/(AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess)(\"|$)");

  /** An API's connections come and go, so their ids cannot be spelt out; everything before can. */
  private static final Pattern CONNECTIONS =
      Pattern.compile("[^*]+:\\$\\{\\w+}/\\w+/(POST|GET|DELETE)/@connections/\\*");

  /** Nor can names of objects; which kind of whose they are can. */
  private static final Pattern OBJECTS = Pattern.compile("\\$\\{\\w+}/\\w+/\\w+/\\*");

  /** Nor can a stream's label, the moment in which it began; whose it is can. */
  private static final Pattern STREAMS = Pattern.compile("\\$\\{\\w+TableArn}/stream/\\*");

  @Test
  void actionsAreSpeltOutAndNeverScan() {
    assertThat(statements())
        .isNotEmpty()
        .allSatisfy(statement ->
            assertThat(texts(statement.path("Action")))
                .isNotEmpty()
                .allMatch(action -> !action.contains("*") && !action.endsWith(":Scan")));
  }

  @Test
  void resourcesAreSpecific() {
    assertThat(statements())
        .allSatisfy(statement ->
            assertThat(texts(statement.path("Resource")))
                .as("resources of %s", statement)
                .isNotEmpty()
                .allMatch(name ->
                    !name.contains("*")
                        || CONNECTIONS.matcher(name).matches()
                        || OBJECTS.matcher(name).matches()
                        || STREAMS.matcher(name).matches()));
  }

  @Test
  void policiesOfOthersAreOnlyForReporting() {
    for (Deployed template : Deployed.all()) {
      assertThat(template.ofType("AWS::IAM::Role").values())
          .flatExtracting(role -> texts(role.path("ManagedPolicyArns")))
          .filteredOn(name -> name.contains(":policy/"))
          .allMatch(name -> REPORTING.matcher(name).find());
    }
  }

  private static List<JsonNode> statements() {
    List<JsonNode> statements = new ArrayList<>();
    for (Deployed template : Deployed.all()) {
      template
          .ofType("AWS::IAM::Role")
          .values()
          .forEach(role ->
              role.path("Policies")
                  .forEach(policy -> addStatements(Deployed.chosen(policy), statements)));
      template
          .ofType("AWS::IAM::ManagedPolicy")
          .values()
          .forEach(policy -> addStatements(policy, statements));
    }
    return statements;
  }

  private static void addStatements(JsonNode policy, List<JsonNode> statements) {
    for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
      statements.add(Deployed.chosen(statement));
    }
  }

  /** Strings and expressions alike, as text. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> texts.addAll(texts(item)));
    } else if (!node.isMissingNode()) {
      JsonNode inner = node.isObject() ? node.iterator().next() : node;
      texts.add(inner.isTextual() ? inner.asText() : inner.toString());
    }
    return texts;
  }
}
