package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Functions with the events in their {@code Events} section. */
final class FunctionReader {

  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY = 128;
  private static final int DEFAULT_BATCH = 10;

  private FunctionReader() {}

  static List<Function> functions(Stack stack) {
    return stack.resources("AWS::Serverless::Function").stream()
        .map(resource -> function(stack.names(), resource))
        .toList();
  }

  private static Function function(Names names, Resource function) {
    Map<String, String> environment = new TreeMap<>();
    function
        .part("Environment")
        .map("Variables")
        .forEach((name, value) -> environment.put(name, Values.text(name, value)));
    return new Function(
        names.physical(function.logicalId()),
        function.text("Handler"),
        environment,
        Duration.ofSeconds(function.number("Timeout", DEFAULT_TIMEOUT_SECONDS)),
        function.number("MemorySize", DEFAULT_MEMORY),
        function.map("Events").entrySet().stream()
            .flatMap(event -> event(names, function, event.getKey(), event.getValue()))
            .toList());
  }

  private static Stream<EventSource> event(
      Names names, Resource function, String name, Object body) {
    Map<String, Object> event = Values.map(name, body);
    String type = Values.text(name + ".Type", event.get("Type"));
    Map<String, Object> properties = Values.map(name, event.getOrDefault("Properties", Map.of()));
    Resource part = new Resource(function.logicalId() + "." + name, type, properties);
    return switch (type) {
      case "HttpApi" -> Stream.of(route(names, part));
      case "SQS" -> enabled(part) ? Stream.of(queue(part)) : none();
      case "DynamoDB" -> enabled(part) ? Stream.of(StreamReader.source(part)) : none();
      case "Schedule", "ScheduleV2" ->
          Stream.of(schedule(names.physical(function.logicalId() + name), part));
      default -> throw new TemplateException(part.logicalId() + ": events of type " + type);
    };
  }

  private static boolean enabled(Resource event) {
    return event.text("Enabled", "true").equals("true");
  }

  private static Stream<EventSource> none() {
    return Stream.empty();
  }

  private static EventSource route(Names names, Resource event) {
    return new EventSource.HttpRoute(
        event.text("ApiId", names.physical(HttpApiReader.IMPLICIT)),
        event.text("Method", "ANY").toUpperCase(Locale.ROOT),
        event.text("Path", "$default"));
  }

  private static EventSource queue(Resource event) {
    return new EventSource.QueueSource(
        Names.nameIn(event.text("Queue")),
        event.number("BatchSize", DEFAULT_BATCH),
        Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static EventSource schedule(String name, Resource event) {
    boolean enabled = event.text("State", "ENABLED").equals("ENABLED") && enabled(event);
    String expression =
        event.has("ScheduleExpression") ? event.text("ScheduleExpression") : event.text("Schedule");
    return new EventSource.Schedule(
        name, expression, Optional.ofNullable(event.raw("Input")).map(Object::toString), enabled);
  }
}
