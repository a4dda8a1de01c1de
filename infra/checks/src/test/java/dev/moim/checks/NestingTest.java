package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The root hands its families what they ask for; CloudFormation would find out only on deploy. */
class NestingTest {

  /** Parameters of the front door that only give something a name. */
  private static final Set<String> CONSTANTS = Set.of("Uncached", "AllButHost", "AnyMethod");

  @Test
  void everyTemplateIsNestedOnce() {
    assertThat(applications().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Repository.templates().stream().filter(path -> path.contains("/")).toList());
  }

  @Test
  void nestedStacksAreCalledAsTheirFamilies() {
    assertThat(Deployed.all().getFirst().sourceOfType("AWS::Serverless::Application"))
        .allSatisfy((id, nested) ->
            assertThat(nested.path("Location").asText())
                .isIn(
                    "functions/%s/template.yaml".formatted(id.toLowerCase(Locale.ROOT)),
                    Repository.FRONT_DOOR));
  }

  @Test
  void familiesGetExactlyTheirParameters() {
    applications()
        .forEach((location, application) ->
            assertThat(names(application.path("Parameters")))
                .as("parameters of %s", location)
                .containsExactlyInAnyOrderElementsOf(
                    names(family(location).source().path("Parameters")).stream()
                        .filter(name -> !CONSTANTS.contains(name))
                        .toList()));
  }

  @Test
  void theRootHasADefaultForEverything() {
    assertThat(Deployed.all().getFirst().source().path("Parameters").properties())
        .allSatisfy(parameter -> assertThat(parameter.getValue().has("Default")).isTrue());
  }

  /** SAM's local commands hand an empty value down as the name of the parameter. */
  @Test
  void whatMayBeEmptyIsEmptyByDefaultInFamiliesToo() {
    JsonNode root = Deployed.all().getFirst().source().path("Parameters");
    applications()
        .forEach((location, application) ->
            assertThat(application.path("Parameters").properties())
                .filteredOn(given -> mayBeEmpty(root.path(given.getValue().path("Ref").asText())))
                .isNotEmpty()
                .allSatisfy(given ->
                    assertThat(
                            family(location)
                                .source()
                                .path("Parameters")
                                .path(given.getKey())
                                .path("Default"))
                        .as("default of %s in %s", given.getKey(), location)
                        .hasToString("\"\"")));
  }

  private static boolean mayBeEmpty(JsonNode parameter) {
    return parameter.path("Default").isTextual() && parameter.path("Default").asText().isEmpty();
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
