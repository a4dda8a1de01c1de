package dev.moim.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a SAM template with its nested applications deploys, as far as a runtime must know it. Names
 * are physical and unique across the stacks: {@code RoomsTable} in the root, {@code Calls-Timers}
 * in the application {@code Calls}.
 */
public record Template(
    List<Function> functions,
    List<SocketApi> socketApis,
    List<HttpApi> httpApis,
    List<Table> tables,
    List<Queue> queues,
    List<Bucket> buckets,
    Optional<FrontDoor> frontDoor) {

  /**
   * @throws TemplateException if the file or one it nests is not a template this reader knows
   */
  public static Template load(Path file, Deployment deployment) {
    Template template = read(Stack.root(file, deployment));
    template.streams().forEach(template::requireStream);
    return template;
  }

  /** What functions read from tables. */
  public List<EventSource.StreamSource> streams() {
    return functions.stream()
        .flatMap(function -> function.events().stream())
        .filter(EventSource.StreamSource.class::isInstance)
        .map(EventSource.StreamSource.class::cast)
        .toList();
  }

  /**
   * @throws IllegalArgumentException if no table has this name
   */
  public Table table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table is called " + name));
  }

  private void requireStream(EventSource.StreamSource source) {
    boolean streams =
        tables.stream()
            .anyMatch(table -> table.name().equals(source.table()) && table.stream().isPresent());
    if (!streams) {
      throw new TemplateException(
          "a function reads the stream of " + source.table() + ", which has none");
    }
    source
        .failures()
        .filter(name -> queues.stream().noneMatch(queue -> queue.name().equals(name)))
        .ifPresent(name -> {
          throw new TemplateException("failures of streams go to " + name + ", which is no queue");
        });
  }

  private static Template read(Stack stack) {
    Template own =
        new Template(
            FunctionReader.functions(stack),
            SocketApiReader.apis(stack),
            HttpApiReader.apis(stack),
            TableReader.tables(stack),
            QueueReader.queues(stack),
            BucketReader.buckets(stack),
            FrontDoorReader.find(stack));
    return stack.nested().stream().map(Template::read).reduce(own, Template::plus);
  }

  private Template plus(Template other) {
    return new Template(
        concat(functions, other.functions),
        concat(socketApis, other.socketApis),
        concat(httpApis, other.httpApis),
        concat(tables, other.tables),
        concat(queues, other.queues),
        concat(buckets, other.buckets),
        frontDoor.or(other::frontDoor));
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
