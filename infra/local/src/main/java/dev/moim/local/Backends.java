package dev.moim.local;

import dev.moim.local.queue.QueueServer;
import dev.moim.local.stream.Checkpoints;
import dev.moim.objects.S3Server;
import dev.moim.template.Template;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The services the template's tables, queues and buckets live in; none is started for nothing. */
final class Backends implements AutoCloseable {

  private static final String DATA = "dynamodb";
  private static final String OBJECTS = "s3";

  /** What an earlier run may have kept. */
  private static final List<String> KEPT = List.of(DATA, OBJECTS, "mail");

  private static final URI NONE = URI.create("http://127.0.0.1:9");

  private final @Nullable Database database;
  private final @Nullable DynamoDbClient client;
  private final @Nullable DynamoDbStreamsClient streams;
  private final @Nullable QueueServer queues;
  private final @Nullable S3Server objects;

  private Backends(
      @Nullable Database database,
      @Nullable DynamoDbClient client,
      @Nullable DynamoDbStreamsClient streams,
      @Nullable QueueServer queues,
      @Nullable S3Server objects) {
    this.database = database;
    this.client = client;
    this.streams = streams;
    this.queues = queues;
    this.objects = objects;
  }

  /** Starts all at the same time and makes tables, queues and buckets. */
  static Backends start(Template template, LocalOptions options, URI queueEndpoint) {
    if (options.fresh()) {
      options.home().ifPresent(home -> KEPT.forEach(name -> forget(home.resolve(name))));
    }
    var database =
        CompletableFuture.supplyAsync(() -> template.tables().isEmpty() ? null : database(options));
    QueueServer queues = template.queues().isEmpty() ? null : QueueServer.start(queueEndpoint);
    S3Server objects = template.buckets().isEmpty() ? null : objects(template, options);
    Backends backends = of(started(database), queues, objects, options);
    if (backends.client != null) {
      TableCreator creator = new TableCreator(backends.client);
      template.tables().forEach(creator::create);
    }
    if (queues != null) {
      queues.create(template.queues());
    }
    return backends;
  }

  /** A failure as whoever starts the runtime knows it: what is wrong, not that a future failed. */
  private static @Nullable DynamoDbLocal started(
      CompletableFuture<@Nullable DynamoDbLocal> database) {
    try {
      return database.join();
    } catch (CompletionException failed) {
      Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
      throw new IllegalStateException(cause.getMessage(), cause);
    }
  }

  private static Backends of(
      @Nullable DynamoDbLocal database,
      @Nullable QueueServer queues,
      @Nullable S3Server objects,
      LocalOptions options) {
    return database == null
        ? new Backends(null, null, null, queues, objects)
        : new Backends(
            new Database(database, options.failures()::println),
            database.client(),
            database.streams(),
            queues,
            objects);
  }

  /** Empty if the template has no buckets. */
  Optional<S3Server> objects() {
    return Optional.ofNullable(objects);
  }

  /** Empty if the template has no tables. */
  Optional<Database> database() {
    return Optional.ofNullable(database);
  }

  URI dynamoDb() {
    return database == null ? NONE : database.endpoint();
  }

  /**
   * @throws IllegalStateException if the template has no tables
   */
  DynamoDbClient client() {
    if (client == null) {
      throw new IllegalStateException("the template has no tables");
    }
    return client;
  }

  /** Empty if the template has no tables. */
  Optional<DynamoDbStreamsClient> streams() {
    return Optional.ofNullable(streams);
  }

  Optional<QueueServer> queues() {
    return Optional.ofNullable(queues);
  }

  /** Whom the readers of streams noted as done; of no use without the tables. */
  static Checkpoints checkpoints(LocalOptions options) {
    return options
        .home()
        .map(home -> Checkpoints.in(home.resolve(DATA).resolve("streams.json")))
        .orElseGet(Checkpoints::inMemory);
  }

  @Override
  public void close() {
    if (queues != null) {
      queues.close();
    }
    if (objects != null) {
      objects.close();
    }
    if (streams != null) {
      streams.close();
    }
    if (client != null) {
      client.close();
    }
    if (database != null) {
      database.close();
    }
  }

  private static void forget(Path data) {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> kept = Files.walk(data)) {
      // The walk has folders before what is in them.
      for (Path path : kept.toList().reversed()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the data of earlier runs", e);
    }
  }

  private static DynamoDbLocal database(LocalOptions options) {
    return options
        .home()
        .map(home -> DynamoDbLocal.in(home.resolve(DATA)))
        .orElseGet(DynamoDbLocal::inMemory);
  }

  /** Pages that come from here may use it too, as those of a deployment's own front end. */
  private static S3Server objects(Template template, LocalOptions options) {
    Stream<String> origins = template.buckets().stream().flatMap(it -> it.origins().stream());
    List<String> all = Stream.concat(origins, options.gateways().allowed().stream()).toList();
    S3Server server =
        options
            .home()
            .map(home -> S3Server.in(home.resolve(OBJECTS), all))
            .orElseGet(S3Server::inMemory);
    template.buckets().forEach(bucket -> server.create(bucket.name()));
    return server;
  }
}
