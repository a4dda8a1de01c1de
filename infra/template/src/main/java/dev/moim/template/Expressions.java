package dev.moim.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions, evaluated against one stack. */
final class Expressions {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
  private static final Object NO_VALUE = new Object();

  private final Stack stack;

  Expressions(Stack stack) {
    this.stack = stack;
  }

  static boolean isIntrinsic(Map<?, ?> map) {
    return map.size() == 1
        && map.keySet().iterator().next() instanceof String key
        && (key.equals("Ref") || key.startsWith("Fn::"));
  }

  /** A copy of the node with every intrinsic replaced by its value. */
  Object resolve(Object node) {
    return switch (node) {
      case Map<?, ?> map when isIntrinsic(map) -> {
        var call = map.entrySet().iterator().next();
        yield call((String) call.getKey(), call.getValue());
      }
      case Map<?, ?> map -> resolveEntries(map);
      case List<?> list -> resolveItems(list);
      default -> node;
    };
  }

  boolean condition(String name) {
    return holds(Values.require(name, stack.section("Conditions").get(name)));
  }

  private Map<String, Object> resolveEntries(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      Object resolved = resolve(value);
      if (!resolved.equals(NO_VALUE)) {
        result.put(key.toString(), resolved);
      }
    });
    return result;
  }

  private List<Object> resolveItems(List<?> list) {
    List<Object> result = new ArrayList<>();
    for (Object item : list) {
      Object resolved = resolve(item);
      if (!resolved.equals(NO_VALUE)) {
        result.add(resolved);
      }
    }
    return result;
  }

  private Object call(String function, Object argument) {
    return switch (function) {
      case "Ref" -> ref(argument.toString());
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Sub" -> substitute(argument);
      case "Fn::If" -> {
        List<?> choice = Values.list(function, argument);
        yield resolve(choice.get(condition(choice.get(0).toString()) ? 1 : 2));
      }
      case "Fn::Join" -> {
        List<?> parts = arguments(function, argument);
        yield Values.list(function, parts.get(1)).stream()
            .map(part -> Values.text(function, part))
            .collect(Collectors.joining(parts.get(0).toString()));
      }
      case "Fn::Split" -> {
        List<?> parts = arguments(function, argument);
        yield List.of(parts.get(1).toString().split(Pattern.quote(parts.get(0).toString()), -1));
      }
      case "Fn::Select" -> {
        List<?> parts = arguments(function, argument);
        int index = Integer.parseInt(parts.get(0).toString());
        yield Values.list(function, parts.get(1)).get(index);
      }
      case "Fn::FindInMap" -> find(arguments(function, argument));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" -> holds(Map.of(function, argument));
      default -> throw new TemplateException(function + " is not supported");
    };
  }

  private List<?> arguments(String function, Object argument) {
    return Values.list(function, resolve(argument));
  }

  private Object ref(String name) {
    Object parameter = stack.parameter(name);
    if (parameter != null) {
      return parameter;
    }
    Deployment deployment = stack.names().deployment();
    return switch (name) {
      case "AWS::Region" -> deployment.region();
      case "AWS::AccountId" -> deployment.account();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> stack.names().physical(deployment.stackName());
      case "AWS::StackId" -> stack.names().stackId();
      case "AWS::NoValue" -> NO_VALUE;
      default -> resourceRef(name);
    };
  }

  private String resourceRef(String name) {
    if (name.endsWith(".Alias")) {
      String function = name.substring(0, name.length() - ".Alias".length());
      return stack.names().aliasArn(function, stack.alias(function));
    }
    return stack.names().ref(stack.typeOf(name).orElse(""), name);
  }

  private Object attribute(Object argument) {
    String path =
        argument instanceof List<?> parts
            ? parts.stream().map(Object::toString).collect(Collectors.joining("."))
            : argument.toString();
    int dot = path.indexOf('.');
    String id = path.substring(0, dot);
    String attribute = path.substring(dot + 1);
    return attribute.startsWith("Outputs.")
        ? stack.output(id, attribute.substring("Outputs.".length()))
        : stack.names().attribute(stack.typeOf(id).orElse(""), id, attribute);
  }

  private String substitute(Object argument) {
    Map<String, Object> local = Map.of();
    Object text = argument;
    if (argument instanceof List<?> pair) {
      text = pair.get(0);
      local = resolveEntries(Values.map("Fn::Sub", pair.get(1)));
    }
    Map<String, Object> variables = local;
    return PLACEHOLDER
        .matcher(text.toString())
        .replaceAll(match -> Matcher.quoteReplacement(placeholder(match.group(), variables)));
  }

  private String placeholder(String text, Map<String, Object> variables) {
    String name = text.substring(2, text.length() - 1);
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    @Nullable Object local = variables.get(name);
    Object value =
        local != null
            ? local
            : name.contains(".") && !name.endsWith(".Alias") ? attribute(name) : ref(name);
    return Values.text("${" + name + "}", value);
  }

  private Object find(List<?> keys) {
    Object node = stack.section("Mappings");
    for (Object key : keys) {
      node = Values.require("mapping " + keys, Values.map("mapping", node).get(key.toString()));
    }
    return node;
  }

  private boolean holds(Object node) {
    Map.Entry<String, Object> call = Values.map("condition", node).entrySet().iterator().next();
    if (call.getKey().equals("Condition")) {
      return condition(call.getValue().toString());
    }
    List<?> parts = Values.list(call.getKey(), call.getValue());
    return switch (call.getKey()) {
      case "Fn::Equals" ->
          resolve(parts.get(0)).toString().equals(resolve(parts.get(1)).toString());
      case "Fn::And" -> parts.stream().allMatch(this::holds);
      case "Fn::Or" -> parts.stream().anyMatch(this::holds);
      case "Fn::Not" -> !holds(parts.get(0));
      default -> throw new TemplateException(call.getKey() + " is not a condition");
    };
  }
}
