package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import dev.moim.testkit.RootTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * SAM names a route's resources after its key in lower case but for the first letter: keys that
 * differ in case only overwrite each other, and a reply on a misspelt route is dropped.
 */
class SocketRoutesTest {

  private static final String ROUTE = "AWS::ApiGatewayV2::Route";

  @Test
  void everyRouteKeyIsDeployed() {
    for (Deployed template : Deployed.all()) {
      List<String> written = new ArrayList<>();
      template
          .sourceOfType("AWS::Serverless::WebSocketApi")
          .values()
          .forEach(api -> api.path("Routes").fieldNames().forEachRemaining(written::add));
      assertThat(template.ofType(ROUTE).values())
          .as("routes of %s", template.path())
          .extracting(route -> route.path("RouteKey").asText())
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void everyTwoWayRouteHasItsResponseAndNoOtherHas() {
    for (Deployed template : Deployed.all()) {
      Set<String> answering = new TreeSet<>();
      template.ofType(ROUTE).forEach((id, route) -> ifAnswering(id, route, answering));
      assertThat(template.ofType("AWS::ApiGatewayV2::RouteResponse").values())
          .as("route responses of %s", template.path())
          .extracting(response -> response.path("RouteId").path("Ref").asText())
          .containsExactlyInAnyOrderElementsOf(answering);
    }
  }

  @Test
  void theLocalRuntimeReadsTheSameTwoWayRoutes() {
    Set<String> deployed = new HashSet<>();
    for (Deployed template : Deployed.all()) {
      template
          .ofType(ROUTE)
          .values()
          .forEach(route -> ifAnswering(route.path("RouteKey").asText(), route, deployed));
    }
    Template read = RootTemplate.load();
    assertThat(read.socketApis())
        .flatExtracting(api -> api.routes().values())
        .filteredOn(SocketApi.Route::twoWay)
        .extracting(SocketApi.Route::key)
        .containsExactlyInAnyOrderElementsOf(deployed);
  }

  @Test
  void everyEventSelectsItsRouteByAKeyOfItsOwn() {
    for (Deployed template : Deployed.all()) {
      Set<String> keys =
          template.ofType(ROUTE).values().stream()
              .map(route -> route.path("ApiId").path("Ref") + "/" + route.path("RouteKey"))
              .collect(Collectors.toSet());
      assertThat(template.ofType(ROUTE)).hasSameSizeAs(keys);
    }
  }

  private static void ifAnswering(String name, JsonNode route, Set<String> answering) {
    if (route.has("RouteResponseSelectionExpression")) {
      answering.add(name);
    }
  }
}
