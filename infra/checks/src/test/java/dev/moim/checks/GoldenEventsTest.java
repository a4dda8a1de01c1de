package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.template.EventSource.QueueSource;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code events/<family>/<operation>.json} is what Lambda hands to a function: input of tests and
 * of {@code sam local invoke}, and documentation.
 */
@Tag("routes")
class GoldenEventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyRouteAndEveryOtherFunctionHasOne() {
    for (Family family : Family.all()) {
      List<String> expected = new ArrayList<>(List.of("warm.json"));
      family.socketRouteKeys().forEach(key -> expected.add(fileOf(key)));
      family.functions().forEach(function -> expected.addAll(httpFiles(function).values()));
      withoutRoute(family).forEach(function -> expected.add(fileOf(function)));
      assertThat(Repository.list("events/" + family.name()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void socketEventsCarryTheirRouteAndADescribedRequest() throws JsonProcessingException {
    AsyncApi api = AsyncApi.ofProject();
    for (Family family : Family.all()) {
      for (String key : family.socketRouteKeys()) {
        APIGatewayV2WebSocketEvent event =
            read(family, fileOf(key), APIGatewayV2WebSocketEvent.class);
        assertThat(event.getRequestContext().getRouteKey()).isEqualTo(key);
        assertThat(event.getRequestContext().getConnectionId()).isNotBlank();
        if (!key.startsWith("$")) {
          JsonNode request = JSON.readTree(event.getBody());
          assertThat(request.path("eventOp").asText()).isEqualTo(key);
          assertThat(api.schema(key).validate(request)).as("body of %s", key).isEmpty();
        }
      }
    }
  }

  @Test
  void httpEventsCarryTheirRouteAndADescribedRequest() {
    OpenApi api = OpenApi.ofProject();
    for (Family family : Family.all()) {
      for (Function function : family.functions()) {
        httpFiles(function)
            .forEach((route, file) -> {
              APIGatewayV2HTTPEvent event = read(family, file, APIGatewayV2HTTPEvent.class);
              assertThat(event.getRouteKey()).isEqualTo(route);
              assertThat(event.getVersion()).isEqualTo("2.0");
              assertThat(api.requestProblems(route, bodyOf(event)))
                  .as("body of %s", route)
                  .isEmpty();
            });
      }
    }
  }

  private static String bodyOf(APIGatewayV2HTTPEvent event) {
    return event.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
        : event.getBody();
  }

  @Test
  void queueEventsHoldMessagesOfThatQueue() {
    for (Family family : Family.all()) {
      for (Function function : family.functions()) {
        if (function.events().stream().anyMatch(QueueSource.class::isInstance)) {
          assertThat(read(family, fileOf(function), SQSEvent.class).getRecords())
              .isNotEmpty()
              .allSatisfy(message -> {
                assertThat(message.getMessageId()).isNotBlank();
                assertThat(JSON.readTree(message.getBody()).isObject()).isTrue();
              });
        }
      }
    }
  }

  private static List<Function> withoutRoute(Family family) {
    Set<String> routed =
        family.socketApis().stream()
            .flatMap(api -> api.routes().values().stream())
            .map(SocketApi.Route::function)
            .collect(Collectors.toSet());
    return family.functions().stream()
        .filter(function -> !routed.contains(function.name()))
        .filter(function -> Family.httpRouteKeys(function).isEmpty())
        .toList();
  }

  /**
   * A function's one route has its name; several are told apart by the last word of their path, or
   * by all of them where that is the same.
   */
  private static Map<String, String> httpFiles(Function function) {
    List<String> routes = Family.httpRouteKeys(function);
    if (routes.size() == 1) {
      return Map.of(routes.getFirst(), fileOf(function));
    }
    Map<String, String> files =
        routes.stream()
            .collect(
                Collectors.toMap(
                    route -> route,
                    route -> route.substring(route.lastIndexOf('/') + 1) + ".json"));
    boolean ambiguous = Set.copyOf(files.values()).size() < files.size();
    return ambiguous
        ? routes.stream().collect(Collectors.toMap(route -> route, GoldenEventsTest::wholePath))
        : files;
  }

  /** {@code GET /license/info} is {@code licenseInfo.json}. */
  private static String wholePath(String route) {
    return Pattern.compile("/(\\w)")
            .matcher(route.substring(route.indexOf('/') + 1))
            .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT))
        + ".json";
  }

  private static <T> T read(Family family, String file, Class<T> type) {
    String json = Repository.text("events/" + family.name() + "/" + file);
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
  }

  private static String fileOf(String routeKey) {
    return routeKey.replace("$", "") + ".json";
  }

  /** {@code Calls-TimerFunction} is {@code timer.json}. */
  private static String fileOf(Function function) {
    String name = function.name().replaceAll("^.*-|Function$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".json";
  }
}
