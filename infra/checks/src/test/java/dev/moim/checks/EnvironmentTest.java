package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.template.Deployment;
import dev.moim.template.Template;
import java.nio.file.Path;
import java.util.Map;
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

  @Test
  void everyFunctionFindsServicesWhereTheyAreSaidToBe() {
    String elsewhere = "http://localstack:4566";

    assertThat(functions(Map.of("EndpointUrl", elsewhere)))
        .isNotEmpty()
        .allSatisfy(function ->
            assertThat(function.environment()).containsEntry("AWS_ENDPOINT_URL", elsewhere));
    assertThat(functions(Map.of()))
        .allSatisfy(
            function -> assertThat(function.environment()).doesNotContainKey("AWS_ENDPOINT_URL"));
  }

  private static Iterable<dev.moim.template.Function> functions(Map<String, String> parameters) {
    return Template.load(ROOT, Deployment.local("http://127.0.0.1:1", parameters)).functions();
  }
}
