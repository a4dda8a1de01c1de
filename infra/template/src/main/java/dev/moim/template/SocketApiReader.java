package dev.moim.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** WebSocket APIs and which of their routes answer. */
final class SocketApiReader {

  private SocketApiReader() {}

  static List<SocketApi> apis(Stack stack) {
    Set<String> answered =
        stack.resources("AWS::ApiGatewayV2::RouteResponse").stream()
            .map(response -> response.text("RouteId"))
            .collect(Collectors.toSet());
    return stack.resources("AWS::Serverless::WebSocketApi").stream()
        .map(api -> api(stack.names(), api, answered))
        .toList();
  }

  private static SocketApi api(Names names, Resource api, Set<String> answered) {
    Map<String, SocketApi.Route> routes = new LinkedHashMap<>();
    api.map("Routes")
        .forEach((key, body) -> {
          String id = names.physical(routeId(api.logicalId(), key));
          Resource route = new Resource(id, api.type(), Values.map(id, body));
          boolean twoWay = route.has("RouteResponseSelectionExpression") && answered.contains(id);
          String function = Names.functionIn(route.text("FunctionArn"));
          routes.put(key, new SocketApi.Route(key, function, twoWay));
        });
    return new SocketApi(
        names.physical(api.logicalId()),
        api.text("StageName", "default"),
        api.text("RouteSelectionExpression"),
        routes,
        authorizer(api.part("Auth")));
  }

  private static Optional<SocketApi.Authorizer> authorizer(Resource auth) {
    return auth.text("AuthType", "NONE").toUpperCase(Locale.ROOT).equals("CUSTOM")
        ? Optional.of(
            new SocketApi.Authorizer(
                Names.functionIn(auth.text("AuthArn")), auth.texts("IdentitySource")))
        : Optional.empty();
  }

  /** The logical id SAM generates for a route: the key in lower case but for its first letter. */
  private static String routeId(String api, String key) {
    String bare = key.startsWith("$") ? key.substring(1) : key;
    return api
        + bare.substring(0, 1).toUpperCase(Locale.ROOT)
        + bare.substring(1).toLowerCase(Locale.ROOT)
        + "Route";
  }
}
