package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The root hands its families what they ask for; CloudFormation would find out only on deploy. */
class NestingTest {

  @Test
  void everyFamilyIsNestedOnce() {
    assertThat(applications().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Repository.templates().stream().filter(path -> path.contains("/")).toList());
  }

  @Test
  void nestedStacksAreCalledAsTheirFamilies() {
    assertThat(Deployed.all().getFirst().sourceOfType("AWS::Serverless::Application"))
        .allSatisfy((id, nested) ->
            assertThat(nested.path("Location").asText())
                .isEqualTo("functions/%s/template.yaml", id.toLowerCase(Locale.ROOT)));
  }

  @Test
  void familiesGetExactlyTheirParameters() {
    applications()
        .forEach((location, application) ->
            assertThat(names(application.path("Parameters")))
                .as("parameters of %s", location)
                .containsExactlyInAnyOrderElementsOf(
                    names(family(location).source().path("Parameters"))));
  }

  @Test
  void theRootHasADefaultForEverything() {
    assertThat(Deployed.all().getFirst().source().path("Parameters").properties())
        .allSatisfy(parameter -> assertThat(parameter.getValue().has("Default")).isTrue());
  }

  private static Map<String, JsonNode> applications() {
    Map<String, JsonNode> byLocation = new TreeMap<>();
    Deployed.all()
        .getFirst()
        .sourceOfType("AWS::Serverless::Application")
        .values()
        .forEach(nested -> byLocation.put(nested.path("Location").asText(), nested));
    return byLocation;
  }

  private static Deployed family(String location) {
    return Deployed.all().stream()
        .filter(template -> template.path().equals(location))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
