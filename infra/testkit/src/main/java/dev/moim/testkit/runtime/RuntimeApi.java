package dev.moim.testkit.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Runtime API for one instance of a function: hands its runtime client one event after the
 * other and takes the answers.
 */
public final class RuntimeApi implements AutoCloseable {

  /**
   * What became of an event.
   *
   * @param failed whether the function threw, could not be started or took no event
   */
  public record Answer(String requestId, boolean failed, String body) {}

  private record Event(String id, String json) {}

  private static final String VERSION = "/2018-06-01/runtime/";
  private static final Pattern INVOCATION = Pattern.compile("invocation/([^/]+)/(response|error)");

  static {
    // Otherwise every answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> broken = new CompletableFuture<>();
  private final Runnable beforeSnapshot;
  private volatile boolean snapshotTaken;

  /**
   * @param beforeSnapshot runs when all hooks have
   */
  RuntimeApi(Runnable beforeSnapshot) {
    this.beforeSnapshot = beforeSnapshot;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(VERSION, this::serve);
    server.start();
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  CompletableFuture<Answer> invoke(String json) {
    Event event = new Event(UUID.randomUUID().toString(), json);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(event.id(), answer);
    events.add(event);
    return answer.applyToEither(broken, it -> it);
  }

  /** Every event from now on, and each that waits, fails so. */
  void fail(String reason) {
    broken.complete(new Answer("", true, reason));
  }

  /** Whether the hooks before a snapshot have run, as the client says by asking to be restored. */
  boolean snapshotTaken() {
    return snapshotTaken;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath().substring(VERSION.length());
      Matcher invocation = INVOCATION.matcher(path);
      if (path.equals("invocation/next")) {
        next(exchange);
      } else if (path.equals("restore/next")) {
        beforeSnapshot.run();
        snapshotTaken = true;
        respond(exchange, 200, "");
      } else if (invocation.matches()) {
        String id = invocation.group(1);
        respond(exchange, 202, "{}");
        Objects.requireNonNull(answers.remove(id), "nobody asked for it")
            .complete(new Answer(id, invocation.group(2).equals("error"), body));
      } else { // init/error, restore/error
        respond(exchange, 202, "{}");
        fail(path + ": " + body);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Event event = events.take();
    long deadline = System.currentTimeMillis() + Duration.ofSeconds(60).toMillis();
    Map.of(
            "Aws-Request-Id",
            event.id(),
            "Deadline-Ms",
            Long.toString(deadline),
            "Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:000000000000:function:f:live",
            "Trace-Id",
            "Root=1-69201234-0123456789abcdef01234567;Sampled=0")
        .forEach((name, value) ->
            exchange.getResponseHeaders().put("Lambda-Runtime-" + name, List.of(value)));
    respond(exchange, 200, event.json());
  }

  /** The client's native half crashes where an answer has no content type. */
  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
