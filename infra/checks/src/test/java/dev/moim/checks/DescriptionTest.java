package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.template.EventSource.HttpRoute;
import dev.moim.template.SocketApi;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the templates serve is described, and whatever is described is served. */
@Tag("routes")
class DescriptionTest {

  /** The handshake and the end of a socket; AsyncAPI describes what is said in between. */
  private static final Set<String> NO_MESSAGES = Set.of("$connect", "$disconnect");

  private final AsyncApi asyncApi = AsyncApi.ofProject();

  @Test
  void everySocketRouteIsAnOperationOfItsChannel() {
    for (SocketApi api : RootTemplate.load().socketApis()) {
      Set<String> routes =
          api.routes().keySet().stream()
              .filter(key -> !NO_MESSAGES.contains(key))
              .map(key -> key.replace("$", ""))
              .collect(Collectors.toSet());
      Set<String> operations = asyncApi.operations(api.stage(), "receive").keySet();
      assertThat(operations).as("operations of channel %s", api.stage()).isNotEmpty();
      // What is not routed by its content is described event by event; the family's tests compare.
      if (!routes.equals(Set.of("default"))) {
        assertThat(operations).as("operations of channel %s", api.stage()).isEqualTo(routes);
      }
    }
  }

  @Test
  void everyChannelIsASocketApi() {
    assertThat(asyncApi.document().path("channels").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            RootTemplate.load().socketApis().stream().map(SocketApi::stage).toList());
  }

  @Test
  void everyTwoWayRouteHasADescribedReply() {
    for (SocketApi api : RootTemplate.load().socketApis()) {
      var operations = asyncApi.operations(api.stage(), "receive");
      assertThat(api.routes().values())
          .filteredOn(SocketApi.Route::twoWay)
          .allSatisfy(route ->
              assertThat(AsyncApi.messages(operations.get(route.key()).path("reply")))
                  .as("reply of %s", route.key())
                  .hasSize(1));
    }
  }

  @Test
  void everyMessageHasAWorkingSchemaAndAnOperation() {
    Set<String> used = new TreeSet<>();
    for (SocketApi api : RootTemplate.load().socketApis()) {
      for (String action : List.of("receive", "send")) {
        for (JsonNode operation : asyncApi.operations(api.stage(), action).values()) {
          used.addAll(AsyncApi.messages(operation));
          used.addAll(AsyncApi.messages(operation.path("reply")));
        }
      }
    }
    assertThat(asyncApi.document().at("/components/messages").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(used)
        .allSatisfy(message -> asyncApi.schema(message).validate(new ObjectMapper().nullNode()));
  }

  @Test
  void everyHttpRouteIsAPathOfTheOpenApi() {
    Set<String> served =
        RootTemplate.load().functions().stream()
            .flatMap(function -> function.events().stream())
            .filter(HttpRoute.class::isInstance)
            .map(HttpRoute.class::cast)
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toSet());
    assertThat(OpenApi.ofProject().routes()).containsExactlyInAnyOrderElementsOf(served);
  }
}
