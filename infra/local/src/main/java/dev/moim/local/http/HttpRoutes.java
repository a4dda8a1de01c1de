package dev.moim.local.http;

import dev.moim.template.EventSource;
import dev.moim.template.FrontDoor;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP routes of all APIs. They share one port here, so their paths must not collide. */
final class HttpRoutes {

  private static final String ANY = "ANY";
  private static final String DEFAULT = "$default";

  private final List<Route> routes;
  private final Optional<FrontDoor> door;
  private final Set<String> sockets;

  HttpRoutes(Template template) {
    door = template.frontDoor();
    sockets = template.socketApis().stream().map(SocketApi::name).collect(Collectors.toSet());
    routes =
        template.functions().stream()
            .flatMap(HttpRoutes::routes)
            .sorted(
                Comparator.comparing((Route route) -> route.path.equals(DEFAULT))
                    .thenComparing(Route::pattern)
                    .thenComparing(route -> route.method.equals(ANY)))
            .toList();
  }

  /** A route and the function behind it. */
  record Route(String api, String method, String path, RoutePattern pattern, String function) {
    String key() {
      return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }
  }

  /** A route and the values of its path parameters. */
  record Match(Route route, Map<String, String> parameters) {}

  /** The most specific route for a request. */
  Optional<Match> find(Call call) {
    return matches(call)
        .filter(it -> it.route.method.equals(call.method()) || it.route.method.equals(ANY))
        .findFirst();
  }

  /** The API that has a route for this path, with whatever method. */
  Optional<String> apiAt(Call call) {
    return matches(call).map(match -> match.route.api).findFirst();
  }

  /** Whoever would poll at a path of a socket is led to where that is possible. */
  private Stream<Match> matches(Call call) {
    return polling(call)
        .map(polling -> matches(polling.path(), polling.api()::equals))
        .orElseGet(() -> matches(call.rawPath(), api -> leadsTo(api, call.rawPath())));
  }

  private Stream<Match> matches(String rawPath, Predicate<String> api) {
    return routes.stream()
        .flatMap(route ->
            (route.path.equals(DEFAULT)
                    ? Optional.of(Map.<String, String>of())
                    : route.pattern.match(rawPath))
                .map(parameters -> new Match(route, parameters)).stream())
        .filter(match -> api.test(match.route.api));
  }

  private Optional<FrontDoor.Polling> polling(Call call) {
    return door.filter(it -> it.apiAt(call.rawPath()).filter(sockets::contains).isPresent())
        .filter(it -> call.hasReadableQuery() && "polling".equals(call.query().get("transport")))
        .flatMap(FrontDoor::polling);
  }

  /** Where there is no front door, every API is reached by all paths it has. */
  private boolean leadsTo(String api, String rawPath) {
    return door.isEmpty() || door.get().apiAt(rawPath).filter(api::equals).isPresent();
  }

  private static Stream<Route> routes(Function function) {
    return function.events().stream()
        .flatMap(event ->
            event instanceof EventSource.HttpRoute(String api, String method, String path)
                ? Stream.of(new Route(api, method, path, RoutePattern.of(path), function.name()))
                : Stream.empty());
  }
}
