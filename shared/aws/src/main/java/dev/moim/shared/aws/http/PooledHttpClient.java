package dev.moim.shared.aws.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** The JDK's client writes these itself and lets nobody else. */
  private static final Set<String> WRITTEN_ANYWAY =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final int FIRST_TURNS = 8;

  static {
    // Read once, when the JDK's client is first used. For as long as AWS's other clients keep idle
    // connections; and a request on one that the server has just ended goes out on another, as the
    // JDK does for GET and as its older client does for all.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "60");
    setUnlessSet("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private final HttpClient http;
  private final Semaphore turns;
  private final AtomicInteger more;
  private final Duration limit;

  /**
   * @param http holds the connections; it may be shared
   * @param inFlight how many requests are under way at most
   * @param limit from a request's turn to the end of its answer, connecting included
   */
  public PooledHttpClient(HttpClient http, int inFlight, Duration limit) {
    this.http = http;
    int first = Math.min(FIRST_TURNS, inFlight);
    this.turns = new Semaphore(first, true);
    this.more = new AtomicInteger(inFlight - first);
    this.limit = limit;
  }

  /** What holds the connections of those who post: each has a thread of its own, so share it. */
  public static HttpClient connections() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  private static void setUnlessSet(String property, String value) {
    System.setProperty(property, System.getProperty(property, value));
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
    HttpRequest ready = write(request);
    try {
      turns.acquire();
      try {
        HttpResponse<byte[]> answer = exchange(ready);
        addTurn();
        return read(answer);
      } finally {
        turns.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while " + ready.uri().getPath() + " was asked");
    }
  }

  private void addTurn() {
    if (more.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      turns.release();
    }
  }

  /**
   * Ends after the limit whatever the server does: the JDK's own limit is over with the headers.
   */
  private HttpResponse<byte[]> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new HttpTimeoutException("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest write(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest asked = request.httpRequest();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(asked.getUri()).method(asked.method().name(), body(request));
    asked.forEachHeader((name, values) -> {
      if (!WRITTEN_ANYWAY.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> builder.header(name, value));
      }
    });
    return builder.build();
  }

  private static BodyPublisher body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return BodyPublishers.noBody();
    }
    try (InputStream content = request.contentStreamProvider().get().newStream()) {
      return BodyPublishers.ofByteArray(content.readAllBytes());
    }
  }

  private static HttpExecuteResponse read(HttpResponse<byte[]> answer) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
        .build();
  }

  @Override
  public String clientName() {
    return "Pooled";
  }

  /** The connections belong to the client that was given. */
  @Override
  public void close() {}
}
