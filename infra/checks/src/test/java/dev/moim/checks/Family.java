package dev.moim.checks;

import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import dev.moim.testkit.RootTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One family of endpoints as its template declares it.
 *
 * @param name its folder under {@code functions/} and {@code events/}
 */
public record Family(String name, List<SocketApi> socketApis, List<Function> functions) {

  /** The families of the root template, in the order of its folders. */
  public static List<Family> all() {
    Template template = RootTemplate.load();
    return Repository.templates().stream()
        .filter(path -> path.startsWith("functions/"))
        .map(path -> of(path.split("/")[1], template))
        .toList();
  }

  /** Physical names begin with the logical id of the nested application: {@code Calls-Socket}. */
  private static Family of(String name, Template template) {
    String prefix = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "-";
    return new Family(
        name,
        template.socketApis().stream().filter(api -> api.name().startsWith(prefix)).toList(),
        template.functions().stream().filter(f -> f.name().startsWith(prefix)).toList());
  }

  Set<String> routeKeys() {
    return socketApis.stream()
        .flatMap(api -> api.routes().keySet().stream())
        .collect(Collectors.toSet());
  }
}
