package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever invokes a function invokes its alias: $LATEST has no snapshot and no stable code. */
class AliasTest {

  private static final Map<String, Function<JsonNode, JsonNode>> INVOKERS =
      Map.of(
          "AWS::ApiGatewayV2::Integration",
              integration -> integration.at("/IntegrationUri/Fn::Sub/1/FunctionArn"),
          "AWS::Lambda::Permission", permission -> permission.path("FunctionName"),
          "AWS::Lambda::EventSourceMapping", mapping -> mapping.path("FunctionName"),
          "AWS::Scheduler::Schedule", schedule -> schedule.at("/Target/Arn"));

  @Test
  void everyInvocationGoesToAnAlias() {
    for (Deployed template : Deployed.all()) {
      Map<String, JsonNode> aliases = template.ofType("AWS::Lambda::Alias");
      Map<String, JsonNode> targets = new TreeMap<>();
      INVOKERS.forEach((type, target) ->
          template.ofType(type).forEach((id, part) -> targets.put(id, target.apply(part))));
      assertThat(targets)
          .as("targets in %s", template.path())
          .allSatisfy((id, target) -> assertThat(aliases).containsKey(target.path("Ref").asText()));
    }
  }

  @Test
  void everyFunctionIsWarmedDailyThroughItsAlias() {
    for (Deployed template : Deployed.all()) {
      Stream<String> warmed =
          template.ofType("AWS::Scheduler::Schedule").values().stream()
              .filter(schedule -> schedule.at("/Target/Input").asText().equals("{\"warm\":true}"))
              .map(schedule -> schedule.at("/Target/Arn/Ref").asText());
      assertThat(warmed)
          .as("warmed functions of %s", template.path())
          .containsExactlyInAnyOrderElementsOf(template.ofType("AWS::Lambda::Alias").keySet());
    }
  }

  @Test
  void everyFunctionStartsFromASnapshot() {
    for (Deployed template : Deployed.all()) {
      assertThat(template.ofType("AWS::Lambda::Function"))
          .as("functions of %s", template.path())
          .allSatisfy((id, function) ->
              assertThat(function.at("/SnapStart/ApplyOn").asText())
                  .isEqualTo("PublishedVersions"));
    }
  }
}
