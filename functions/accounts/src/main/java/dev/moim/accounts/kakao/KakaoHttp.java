package dev.moim.accounts.kakao;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to Kakao, and waits no longer than whoever logs in would. */
final class KakaoHttp {

  /** From the first byte out to the last one in: a login has two of them. */
  static final Duration LIMIT = Duration.ofSeconds(4);

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** Real answers have some hundred. */
  private static final long MAX_BYTES = 64 * 1024;

  /** What Kakao said; the body is any text. */
  record Answer(int status, String body) {}

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * @throws IOException if there is no whole answer in time, or it is much too long
   */
  Answer send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      HttpResponse<byte[]> got = answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(got.statusCode(), new String(got.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException slow) {
      throw new IOException("no answer within " + LIMIT.toSeconds() + " s", slow);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting", stopped);
    } finally {
      answer.cancel(true);
    }
  }

  static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("accept", "application/json");
  }
}
