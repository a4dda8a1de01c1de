package dev.moim.shared.aws.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client for many small requests at once, such as posts to everybody in a room. Only so
 * many are under way together, over as many connections, which later requests use again. A
 * request's time starts when it has its turn: those that wait for theirs do not grow old.
 *
 * <p>It begins with few turns and has one more after each answer. Handshakes of a function that has
 * just started are slow, and those that are made together all wait for the last one.
 */
public final class PooledHttpClient implements SdkHttpClient {

  /** Written here, whatever the request has. */
  private static final Set<String> WRITTEN_ANYWAY =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding");

  private static final int FIRST_TURNS = 8;

  /** So much goes into the buffers of any connection, whether or not the server reads it. */
  private static final int WRITTEN_AT_ONCE = 8_192;

  private final Lines lines;
  private final Semaphore turns;
  private final AtomicInteger more;
  private final Duration limit;

  /**
   * @param lines holds the connections; it may be shared
   * @param inFlight how many requests are under way at most
   * @param limit from a request's turn to the end of its answer, connecting included
   */
  public PooledHttpClient(Lines lines, int inFlight, Duration limit) {
    this.lines = lines;
    int first = Math.min(FIRST_TURNS, inFlight);
    this.turns = new Semaphore(first, true);
    this.more = new AtomicInteger(inFlight - first);
    this.limit = limit;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return inTurn(request);
      }

      // Whoever aborts a request interrupts its thread as well, and that ends it.
      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse inTurn(HttpExecuteRequest request) throws IOException {
    byte[] ready = write(request);
    try {
      turns.acquire();
      try {
        Reply answer = exchange(Origin.of(request.httpRequest()), ready);
        addTurn();
        return read(answer);
      } finally {
        turns.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped before its turn");
    }
  }

  private void addTurn() {
    if (more.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      turns.release();
    }
  }

  /**
   * Once, but for what met a connection that the server had just ended: there is no other way to
   * learn that.
   */
  private Reply exchange(Origin origin, byte[] request) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<Line> waiting = lines.idle(origin);
      Line line = waiting.isPresent() ? waiting.get() : lines.open(origin, deadline);
      try {
        return ask(line, request, deadline);
      } catch (SocketTimeoutException late) {
        throw late;
      } catch (IOException failed) {
        if (waiting.isEmpty() || line.heard()) {
          throw failed;
        }
      }
    }
  }

  private Reply ask(Line line, byte[] request, long deadline) throws IOException {
    boolean lasting = false;
    Optional<Future<?>> stuck =
        request.length > WRITTEN_AT_ONCE ? Optional.of(end(line)) : Optional.empty();
    try {
      line.send(request, deadline);
      Reply reply = Reply.from(line);
      lasting = reply.lasting();
      return reply;
    } finally {
      stuck.ifPresent(it -> it.cancel(false));
      if (lasting) {
        lines.give(line);
      } else {
        line.close();
      }
    }
  }

  /** Unless that is cancelled in time: writing has no limit of its own. */
  private Future<?> end(Line line) {
    return CompletableFuture.runAsync(
        line::close, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static byte[] write(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest asked = request.httpRequest();
    byte[] body = body(request);
    StringBuilder head = new StringBuilder(512);
    String query = asked.encodedQueryParameters().map(it -> "?" + it).orElse("");
    head.append(asked.method()).append(' ').append(asked.encodedPath()).append(query);
    head.append(" HTTP/1.1\r\nHost: ");
    head.append(asked.firstMatchingHeader("Host").orElseGet(() -> Origin.of(asked).name()));
    asked.forEachHeader((name, values) -> {
      if (!WRITTEN_ANYWAY.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> head.append("\r\n").append(name).append(": ").append(value));
      }
    });
    head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream content = request.contentStreamProvider().get().newStream()) {
      return content.readAllBytes();
    }
  }

  private static HttpExecuteResponse read(Reply answer) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder().statusCode(answer.status()).headers(answer.headers()).build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
        .build();
  }

  @Override
  public String clientName() {
    return "Pooled";
  }

  /** The connections belong to whoever gave them. */
  @Override
  public void close() {}
}
