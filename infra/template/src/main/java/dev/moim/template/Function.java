package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An {@code AWS::Serverless::Function}.
 *
 * @param name physical name
 * @param handler class, with {@code ::method} if the template says so
 * @param memory in megabytes
 */
public record Function(
    String name,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memory,
    List<EventSource> events) {

  public Function {
    environment = Map.copyOf(environment);
    events = List.copyOf(events);
  }
}
