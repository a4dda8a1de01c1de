package dev.moim.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One template file with the values its expressions refer to: parameters, mappings, conditions,
 * resources and the nested stacks' outputs.
 */
final class Stack {

  private static final String NESTED = "AWS::Serverless::Application";

  private final Path file;
  private final Names names;
  private final Map<String, Object> source;
  private final Map<String, Object> parameters;
  private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
  private final Map<String, Stack> children = new HashMap<>();
  private final Expressions expressions = new Expressions(this);

  private Stack(Path file, Names names, Map<String, ?> given) {
    this.file = file;
    this.names = names;
    this.source = TemplateYaml.read(file);
    this.parameters = Parameters.resolve(file, section("Parameters"), given);
    Globals globals = new Globals(section("Globals"));
    section("Resources")
        .forEach((id, body) -> resources.put(id, globals.applied(Values.map(id, body))));
  }

  static Stack root(Path file, Deployment deployment) {
    return new Stack(file, new Names(deployment, ""), deployment.parameters());
  }

  Names names() {
    return names;
  }

  /** The resources of a type whose condition holds, their expressions resolved. */
  List<Resource> resources(String type) {
    return ids(type).filter(this::exists).map(id -> resource(id, type)).toList();
  }

  /** The resources of a type whether their condition holds or not. */
  List<Resource> declared(String type) {
    return ids(type).map(id -> resource(id, type)).toList();
  }

  List<Stack> nested() {
    return ids(NESTED).filter(this::exists).map(this::child).toList();
  }

  /** The nested stacks whether their condition holds or not. */
  List<Stack> nestedOrNot() {
    return ids(NESTED).map(this::child).toList();
  }

  private Stream<String> ids(String type) {
    return resources.entrySet().stream()
        .filter(entry -> type.equals(entry.getValue().get("Type")))
        .map(Map.Entry::getKey);
  }

  @Nullable Object parameter(String name) {
    return parameters.get(name);
  }

  Map<String, Object> section(String name) {
    return source.containsKey(name) ? Values.map(name, source.get(name)) : Map.of();
  }

  /**
   * A resource's type. SAM generates resources whose ids start with the id of what they belong to
   * ({@code SocketJoinroomRoute}); they have no type here.
   *
   * @throws TemplateException if no resource has or could have generated this id
   */
  Optional<String> typeOf(String logicalId) {
    Map<String, Object> body = resources.get(logicalId);
    if (body != null) {
      return Optional.of(String.valueOf(body.get("Type")));
    }
    if (resources.keySet().stream().anyMatch(logicalId::startsWith)) {
      return Optional.empty();
    }
    throw new TemplateException(file + " refers to " + logicalId + ", which it does not declare");
  }

  String alias(String logicalId) {
    // From the unresolved body: a function's own environment may name its alias.
    Map<String, Object> body = Values.require(logicalId, resources.get(logicalId));
    Object alias =
        Values.map(logicalId, body.getOrDefault("Properties", Map.of())).get("AutoPublishAlias");
    if (alias == null) {
      throw new TemplateException(logicalId + ".Alias needs an AutoPublishAlias");
    }
    return alias.toString();
  }

  Object output(String nestedId, String output) {
    Stack child = child(nestedId);
    Object declared = child.section("Outputs").get(output);
    if (declared == null) {
      throw new TemplateException(child.file + " has no output " + output);
    }
    return child.expressions.resolve(
        Values.require(output, Values.map(output, declared).get("Value")));
  }

  private Resource resource(String id, String type) {
    Map<String, Object> body = Values.require(id, resources.get(id));
    Object properties = expressions.resolve(body.getOrDefault("Properties", Map.of()));
    return new Resource(id, type, Values.map(id, properties));
  }

  private boolean exists(String id) {
    Object condition = Values.require(id, resources.get(id)).get("Condition");
    return condition == null || expressions.condition(condition.toString());
  }

  private Stack child(String id) {
    Stack known = children.get(id);
    if (known == null) {
      Resource resource = resource(id, NESTED);
      Path location = file.resolveSibling(resource.text("Location"));
      known = new Stack(location, names.nested(id), resource.map("Parameters"));
      children.put(id, known);
    }
    return known;
  }
}
