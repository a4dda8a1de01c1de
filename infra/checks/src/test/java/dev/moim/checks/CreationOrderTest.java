package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A stage deploys what is there when it is made, and API Gateway refuses too many changes of one
 * API at once. So a first deployment that CloudFormation orders as it likes may end with a socket
 * that drops its answers, or not at all.
 */
class CreationOrderTest {

  private static final int AT_ONCE = 4;
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String ROUTE = "AWS::ApiGatewayV2::Route";
  private static final String RESPONSE = "AWS::ApiGatewayV2::RouteResponse";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)");

  private final Todo todo = new Todo();

  @Test
  void aStageIsMadeAfterItsRoutesAndTheirResponses() {
    for (Deployed template : Deployed.all()) {
      template
          .ofType(STAGE)
          .forEach((id, stage) -> {
            Set<String> before = everythingBefore(template, id);
            for (String type : new String[] {ROUTE, RESPONSE}) {
              template.ofType(type).entrySet().stream()
                  .filter(it -> it.getValue().path("ApiId").equals(stage.path("ApiId")))
                  .filter(it -> !before.contains(it.getKey()))
                  .forEach(it ->
                      todo.add(
                          "%s: StageVariables have to refer to %s, or to what depends on it"
                              .formatted(template.path(), it.getKey())));
            }
          });
    }
    todo.assertNothingLeft();
  }

  @Test
  void fewResponsesAreMadeAtOnce() {
    for (Deployed template : Deployed.all()) {
      Map<Integer, Set<String>> bySteps = new TreeMap<>();
      Map<String, JsonNode> responses = template.ofType(RESPONSE);
      for (String id : responses.keySet()) {
        Set<String> before = everythingBefore(template, id);
        before.retainAll(responses.keySet());
        bySteps.computeIfAbsent(before.size(), steps -> new TreeSet<>()).add(id);
      }
      bySteps.values().stream()
          .filter(together -> together.size() > AT_ONCE)
          .forEach(together ->
              todo.add(
                  "%s: only %d of %s may be made at once; let the others wait with DependsOn for"
                          .formatted(template.path(), AT_ONCE, together)
                      + " the fourth response above them"));
    }
    todo.assertNothingLeft();
  }

  @Test
  void nothingWaitsForItself() {
    for (Deployed template : Deployed.all()) {
      template
          .resources()
          .fieldNames()
          .forEachRemaining(id -> assertThat(everythingBefore(template, id)).doesNotContain(id));
    }
  }

  @Test
  void aStageThatWaitsIsFoundToWait() {
    Deployed calls = Deployed.of("functions/calls/template.yaml");
    String stage = calls.ofType(STAGE).keySet().iterator().next();
    assertThat(everythingBefore(calls, stage))
        .contains("Socket", "SocketRegisterRoute", "RegisterReply", "RegisterFunction")
        .doesNotContain(stage, "SocketErrors");
  }

  /** What CloudFormation makes before a resource, because it or what it needs refers to that. */
  private static Set<String> everythingBefore(Deployed template, String id) {
    Map<String, Set<String>> needs = new HashMap<>();
    template
        .resources()
        .properties()
        .forEach(it -> needs.put(it.getKey(), references(template, it.getValue())));
    Set<String> before = new TreeSet<>();
    add(before, needs, id);
    return before;
  }

  private static void add(Set<String> before, Map<String, Set<String>> needs, String id) {
    for (String needed : needs.getOrDefault(id, Set.of())) {
      if (before.add(needed)) {
        add(before, needs, needed);
      }
    }
  }

  private static Set<String> references(Deployed template, JsonNode resource) {
    Set<String> names = new TreeSet<>();
    resource.findValuesAsText("Ref").forEach(names::add);
    resource.findValues("Fn::GetAtt").forEach(it -> names.add(it.path(0).asText()));
    resource.findValues("Fn::Sub").forEach(text -> addPlaceholders(text, names));
    JsonNode waits = resource.path("DependsOn");
    if (waits.isTextual()) {
      names.add(waits.asText());
    }
    waits.forEach(it -> names.add(it.asText()));
    names.removeIf(name -> !template.resources().has(name));
    return names;
  }

  private static void addPlaceholders(JsonNode text, Set<String> names) {
    PLACEHOLDER
        .matcher(text.isArray() ? text.path(0).asText() : text.asText())
        .results()
        .forEach(found -> names.add(found.group(1)));
  }
}
