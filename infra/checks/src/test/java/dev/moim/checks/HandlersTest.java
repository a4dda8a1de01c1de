package dev.moim.checks;

import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The template is the table of contents: every handler class stands in it once, and nothing else;
 * what a handler returns goes back to the sender, and every function is kept warm.
 */
@Tag("routes")
class HandlersTest {

  private static final Pattern CONCRETE_CLASS = Pattern.compile("(?m)^public (final )?class ");

  private static final Pattern WARMED = Pattern.compile("- !Ref (\\w+)\\.Alias");

  private final Todo todo = new Todo();

  @Test
  void everyHandlerClassIsOneFunctionAndTheOtherWayRound() {
    for (Family family : Family.all()) {
      List<String> classes = handlerClasses(family).keySet().stream().toList();
      List<String> declared = family.functions().stream().map(Function::handler).toList();
      todo.addMissing(
          classes,
          declared,
          name ->
              name
                  + " is no function: declare one in "
                  + family.template()
                  + " that has it as Handler");
      todo.addMissing(
          declared,
          classes,
          name ->
              family.template()
                  + " names the Handler "
                  + name
                  + ", which is no public class there");
      declared.stream()
          .filter(name -> declared.indexOf(name) != declared.lastIndexOf(name))
          .distinct()
          .forEach(
              name -> todo.add(name + " is the Handler of two functions in " + family.template()));
    }
    todo.assertNothingLeft();
  }

  /** Whether a function returns its reply or posts it, its handler says. */
  @Test
  void everyReplyThatIsReturnedReachesTheSender() {
    for (Family family : Family.all()) {
      Map<String, String> sources = handlerClasses(family);
      Map<String, String> handlers =
          family.functions().stream().collect(Collectors.toMap(Function::name, Function::handler));
      for (SocketApi api : family.socketApis()) {
        for (SocketApi.Route route : api.routes().values()) {
          String handler = handlers.getOrDefault(route.function(), "");
          boolean returns = sources.getOrDefault(handler, "").contains("Reply.RETURNED");
          if (returns != route.twoWay()) {
            todo.add(returns ? addReply(family, route.key()) : dropReply(family, route.key()));
          }
        }
      }
    }
    todo.assertNothingLeft();
  }

  @Test
  void everyFunctionMayBeWarmed() {
    for (Family family : Family.all()) {
      List<String> functions = family.functions().stream().map(Family::logicalId).toList();
      String scheduler = Repository.resource(family.template(), "Scheduler");
      List<String> warmed =
          WARMED.matcher(scheduler).results().map(found -> found.group(1)).toList();
      todo.addMissing(
          functions,
          warmed,
          id ->
              "the role Scheduler in "
                  + family.template()
                  + " lacks the line: - !Ref "
                  + id
                  + ".Alias");
      todo.addMissing(
          warmed,
          functions,
          id ->
              "the role Scheduler in "
                  + family.template()
                  + " names "
                  + id
                  + ", which is no function");
    }
    todo.assertNothingLeft();
  }

  private static String addReply(Family family, String key) {
    String name = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    return """
    %s returns its reply, which the gateway drops unless %s says at the route
            %s: {FunctionArn: …, RouteResponseSelectionExpression: $default}
      and among the route responses at its end
        %sReply:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Socket, RouteId: !Ref Socket%sRoute, RouteResponseKey: $default}\
    """
        .formatted(
            key,
            family.template(),
            key,
            name,
            name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT));
  }

  private static String dropReply(Family family, String key) {
    return key
        + " returns no reply: remove its RouteResponse and RouteResponseSelectionExpression from "
        + family.template()
        + ", or let its handler return one (Reply.RETURNED)";
  }

  /** Sources of the family's concrete handlers by class name. */
  private static Map<String, String> handlerClasses(Family family) {
    Path sources = Repository.file("functions/" + family.name() + "/src/main/java");
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(it -> it.toString().endsWith("Handler.java")).toList()) {
        String source = Repository.text(file.toString());
        if (CONCRETE_CLASS.matcher(source).find()) {
          String path = sources.relativize(file).toString();
          found.put(path.replace(".java", "").replace('/', '.'), source);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
