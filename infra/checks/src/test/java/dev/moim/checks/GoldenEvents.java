package dev.moim.checks;

import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which event under {@code events/} is whose. */
public final class GoldenEvents {

  private GoldenEvents() {}

  /** Whom each file of a family is for, but for the warming one, which is for all. */
  public static Map<String, Function> functions(Family family) {
    Map<String, Function> byName =
        family.functions().stream().collect(Collectors.toMap(Function::name, it -> it));
    Map<String, Function> found = new HashMap<>();
    for (SocketApi api : family.socketApis()) {
      api.routes()
          .values()
          .forEach(route -> found.put(fileOf(route.key()), byName.get(route.function())));
    }
    for (Function function : family.functions()) {
      httpFiles(function).values().forEach(file -> found.put(file, function));
    }
    withoutRoute(family).forEach(function -> found.put(fileOf(function), function));
    return found;
  }

  static List<Function> withoutRoute(Family family) {
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
  static Map<String, String> httpFiles(Function function) {
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
        ? routes.stream().collect(Collectors.toMap(route -> route, GoldenEvents::wholePath))
        : files;
  }

  /** {@code GET /license/info} is {@code licenseInfo.json}. */
  private static String wholePath(String route) {
    return Pattern.compile("/(\\w)")
            .matcher(route.substring(route.indexOf('/') + 1))
            .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT))
        + ".json";
  }

  static String folder(Family family) {
    return "events/" + family.name() + "/";
  }

  static String fileOf(String routeKey) {
    return routeKey.replace("$", "") + ".json";
  }

  /** {@code Calls-TimerFunction} is {@code timer.json}. */
  static String fileOf(Function function) {
    String name = Family.logicalId(function).replaceAll("Function$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".json";
  }
}
