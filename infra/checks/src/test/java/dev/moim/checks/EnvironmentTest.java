package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.Settings;
import dev.moim.template.Deployment;
import dev.moim.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a deployment decides about every function alike, it decides once. */
class EnvironmentTest {

  private static final Path ROOT = Repository.file("template.yaml");

  @Test
  void everyFunctionRunsOnTheProcessorsThatAreAskedFor() {
    for (Deployed template : Deployed.all()) {
      for (JsonNode function : template.ofType("AWS::Lambda::Function").values()) {
        assertThat(function.path("Architectures")).hasToString("[{\"Ref\":\"Architecture\"}]");
      }
    }
  }

  /**
   * Maven has packed the jar; SAM would look for a pom inside it. Where it is each function says:
   * of what is not built anew SAM keeps a path in Globals as it is, though it moves the template.
   */
  @Test
  void samBuildsNoFunctionAnew() {
    for (Deployed template : Deployed.all()) {
      template
          .source()
          .path("Resources")
          .properties()
          .forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
              assertThat(resource.getValue().path("Metadata").path("SkipBuild").asBoolean())
                  .as("%s of %s: Metadata: {SkipBuild: true}", resource.getKey(), template.path())
                  .isTrue();
              assertThat(resource.getValue().path("Properties").path("CodeUri").asText())
                  .as("CodeUri of %s of %s", resource.getKey(), template.path())
                  .startsWith("target/");
            }
          });
    }
  }

  @Test
  void everyFunctionFindsServicesWhereTheyAreSaidToBe() {
    String elsewhere = "http://localstack:4566";

    assertThat(functions(Map.of("EndpointUrl", elsewhere)))
        .isNotEmpty()
        .allSatisfy(function -> {
          assertThat(dynamoDb(function)).contains(URI.create(elsewhere));
          assertThat(sqs(function)).contains(URI.create(elsewhere));
          assertThat(secrets(function)).contains(URI.create(elsewhere));
        });
    assertThat(functions(Map.of()))
        .allSatisfy(function -> assertThat(dynamoDb(function)).isEmpty());
  }

  /** The SDK reads it from the environment itself, and takes an empty one for an address. */
  @Test
  void noFunctionHasTheSdksOwnVariableForThat() {
    assertThat(functions(Map.of()))
        .allSatisfy(
            function -> assertThat(function.environment()).doesNotContainKey("AWS_ENDPOINT_URL"));
  }

  /** Which `sam local` does not evaluate there: the function would find an empty variable. */
  @Test
  void noVariableHangsOnACondition() {
    for (Deployed template : Deployed.all()) {
      for (JsonNode function : template.ofType("AWS::Lambda::Function").values()) {
        assertThat(function.path("Environment").toString()).doesNotContain("Fn::If");
      }
    }
  }

  private static Optional<URI> dynamoDb(dev.moim.template.Function function) {
    try (var client = clients(function).dynamoDb()) {
      return client.serviceClientConfiguration().endpointOverride();
    }
  }

  private static Optional<URI> sqs(dev.moim.template.Function function) {
    try (var client = clients(function).sqs()) {
      return client.serviceClientConfiguration().endpointOverride();
    }
  }

  private static Optional<URI> secrets(dev.moim.template.Function function) {
    try (var client = clients(function).secrets()) {
      return client.serviceClientConfiguration().endpointOverride();
    }
  }

  private static AwsClients clients(dev.moim.template.Function function) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.put("AWS_REGION", "us-east-1");
    return new AwsClients(new Settings(environment));
  }

  private static Iterable<dev.moim.template.Function> functions(Map<String, String> parameters) {
    return Template.load(ROOT, Deployment.local("http://127.0.0.1:1", parameters)).functions();
  }
}
