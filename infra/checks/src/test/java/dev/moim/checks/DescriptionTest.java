package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.util.List;
import java.util.Map;
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

  private static final String ASYNC_API = "infra/asyncapi.yaml";
  private static final String OPEN_API = "infra/openapi.yaml";

  private final AsyncApi asyncApi = AsyncApi.ofProject();
  private final Todo todo = new Todo();

  @Test
  void everySocketRouteIsAnOperationOfItsChannel() {
    for (Family family : Family.all()) {
      for (SocketApi api : family.socketApis()) {
        Set<String> routes =
            api.routes().keySet().stream()
                .filter(key -> !NO_MESSAGES.contains(key))
                .map(key -> key.replace("$", ""))
                .collect(Collectors.toSet());
        Set<String> operations = asyncApi.operations(api.stage(), "receive").keySet();
        assertThat(operations).as("operations of channel %s", api.stage()).isNotEmpty();
        // What is not routed by content is described event by event; the family's tests compare.
        if (!routes.equals(Set.of("default"))) {
          todo.addMissing(routes, operations, key -> describe(family, api, key));
          todo.addMissing(
              operations,
              routes,
              key ->
                  ASYNC_API
                      + " describes the operation "
                      + key
                      + ", which is no route of "
                      + family.template());
        }
      }
    }
    todo.assertNothingLeft();
  }

  private static String describe(Family family, SocketApi api, String key) {
    return ASYNC_API
        + " has no operation "
        + key
        + ", a route of "
        + family.template()
        + ": add it under operations (action receive, channel "
        + api.stage()
        + ", its message "
        + key
        + ", its reply "
        + key
        + "Reply), list both under channels/"
        + api.stage()
        + "/messages, and write their payloads under components/messages";
  }

  @Test
  void everyChannelIsASocketApiOrAStreamOfEvents() {
    List<String> channels = names(asyncApi.document().path("channels"));
    List<String> stages = RootTemplate.load().socketApis().stream().map(SocketApi::stage).toList();
    channels = channels.stream().filter(channel -> !isEventStream(channel)).toList();
    todo.addMissing(stages, channels, name -> ASYNC_API + " has no channel " + name);
    todo.addMissing(
        channels,
        stages,
        name -> ASYNC_API + " has a channel " + name + ", which no template has as StageName");
    todo.assertNothingLeft();
  }

  /** Whether it is a route that answers with events. */
  private boolean isEventStream(String channel) {
    String path = asyncApi.document().at("/channels/" + channel + "/address").asText();
    return OpenApi.ofProject().routes().contains("GET " + path);
  }

  @Test
  void everyTwoWayRouteHasADescribedReply() {
    for (Family family : Family.all()) {
      for (SocketApi api : family.socketApis()) {
        var operations = asyncApi.operations(api.stage(), "receive");
        api.routes().values().stream()
            .filter(SocketApi.Route::twoWay)
            .map(SocketApi.Route::key)
            .filter(operations::containsKey)
            .filter(key -> AsyncApi.messages(operations.get(key).path("reply")).size() != 1)
            .forEach(key ->
                todo.add(ASYNC_API + ": the operation " + key + " answers and has no reply"));
      }
    }
    todo.assertNothingLeft();
  }

  @Test
  void everyMessageHasAWorkingSchemaAndAnOperation() {
    Set<String> used = new TreeSet<>();
    for (String channel : names(asyncApi.document().path("channels"))) {
      Set<String> ofChannel = messages(channel);
      todo.addMissing(
          ofChannel,
          names(asyncApi.document().at("/channels/" + channel + "/messages")),
          name -> ASYNC_API + " has no " + name + " under channels/" + channel + "/messages");
      used.addAll(ofChannel);
    }
    List<String> described = names(asyncApi.document().at("/components/messages"));
    todo.addMissing(
        used, described, name -> ASYNC_API + " has no " + name + " under components/messages");
    todo.addMissing(
        described,
        used,
        name ->
            ASYNC_API
                + ": no operation lists the message "
                + name
                + "; what the server sends is listed by an operation with action send");
    described.forEach(message -> asyncApi.schema(message).validate(new ObjectMapper().nullNode()));
    todo.assertNothingLeft();
  }

  /** What the operations of a channel carry, either way. */
  private Set<String> messages(String channel) {
    Set<String> names = new TreeSet<>();
    for (String action : List.of("receive", "send")) {
      for (JsonNode operation : asyncApi.operations(channel, action).values()) {
        names.addAll(AsyncApi.messages(operation));
        names.addAll(AsyncApi.messages(operation.path("reply")));
      }
    }
    return names;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void everyHttpRouteIsAPathOfTheOpenApi() {
    List<String> described = OpenApi.ofProject().routes();
    for (Family family : Family.all()) {
      todo.addMissing(
          httpRoutes(family.functions()),
          described,
          route ->
              OPEN_API
                  + " has no "
                  + route
                  + ", a route of "
                  + family.template()
                  + ": add it under paths, with each status it answers");
    }
    todo.addMissing(
        described,
        httpRoutes(RootTemplate.load().functions()),
        route -> OPEN_API + " describes " + route + ", which no template serves");
    todo.assertNothingLeft();
  }

  private static List<String> httpRoutes(List<Function> functions) {
    return functions.stream().flatMap(function -> Family.httpRouteKeys(function).stream()).toList();
  }
}
