package dev.moim.checks;

import dev.moim.template.EventSource.HttpRoute;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import dev.moim.testkit.RootTemplate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One family of endpoints as its template declares it.
 *
 * @param name its folder under {@code functions/} and {@code events/}
 */
public record Family(String name, List<SocketApi> socketApis, List<Function> functions) {

  /** The families of the root template, or the ones of them that {@code ./moim check} is about. */
  public static List<Family> all() {
    List<String> asked =
        Stream.of(System.getProperty("moim.families", "").split(","))
            .filter(name -> !name.isBlank())
            .toList();
    Template template = RootTemplate.load();
    List<Family> families =
        Repository.templates().stream()
            .filter(path -> path.startsWith("functions/"))
            .map(path -> path.split("/")[1])
            .filter(name -> asked.isEmpty() || asked.contains(name))
            .map(name -> of(name, template))
            .toList();
    if (families.isEmpty()) {
      throw new AssertionError("there is no family of " + asked);
    }
    return families;
  }

  public static Family named(String name) {
    return of(name, RootTemplate.load());
  }

  /** Where its functions and routes are declared. */
  String template() {
    return "functions/" + name + "/template.yaml";
  }

  /** Physical names begin with the logical id of the nested application: {@code Calls-Socket}. */
  private static Family of(String name, Template template) {
    String prefix = application(name) + "-";
    return new Family(
        name,
        template.socketApis().stream().filter(api -> api.name().startsWith(prefix)).toList(),
        template.functions().stream().filter(f -> f.name().startsWith(prefix)).toList());
  }

  /** The logical id under which the root nests a family's template. */
  private static String application(String name) {
    Matcher nested =
        Pattern.compile(
                "(?m)^  (\\w+):.*\n(?:    .*\n)*?      Location: functions/"
                    + name
                    + "/template.yaml$")
            .matcher(Repository.text("template.yaml"));
    if (!nested.find()) {
      throw new AssertionError("template.yaml does not nest functions/" + name);
    }
    return nested.group(1);
  }

  /** {@code Calls-TimerFunction} is {@code TimerFunction} in its own template. */
  public static String logicalId(Function function) {
    return function.name().substring(function.name().lastIndexOf('-') + 1);
  }

  /** Keys of socket routes and {@code METHOD /path} of HTTP routes. */
  Set<String> routeKeys() {
    Set<String> keys = new TreeSet<>(socketRouteKeys());
    functions.forEach(function -> keys.addAll(httpRouteKeys(function)));
    return keys;
  }

  Set<String> socketRouteKeys() {
    return socketApis.stream()
        .flatMap(api -> api.routes().keySet().stream())
        .collect(Collectors.toSet());
  }

  public static List<String> httpRouteKeys(Function function) {
    return function.events().stream()
        .filter(HttpRoute.class::isInstance)
        .map(HttpRoute.class::cast)
        .map(route -> route.method() + " " + route.path())
        .toList();
  }
}
