package dev.moim.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a deployed calls socket one question that needs no license and expects the documented
 * answer. A stage deploys itself without waiting for route responses, so the first answers may be
 * missing.
 */
public final class SmokeTest {

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final long PATIENCE_SECONDS = 30;
  private static final String QUESTION = "{\"eventOp\":\"register\",\"reqId\":\"smoke\"}";

  private SmokeTest() {}

  /**
   * @param args the socket's URL
   */
  public static void main(String[] args) throws InterruptedException {
    URI url = URI.create(args[0]);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      String answer = ask(url);
      if (isExpected(answer)) {
        System.out.println("It answers: " + url);
        return;
      }
      System.out.println("Attempt " + attempt + " of " + ATTEMPTS + ": " + answer);
      Thread.sleep(PAUSE);
    }
    System.out.println("The deployed socket does not answer as documented: " + url);
    System.exit(1);
  }

  /** A register without keys misses parameters: code 421, under the request's own id. */
  static boolean isExpected(String answer) {
    return Json.parse(answer)
        .filter(json -> json.path("reqId").asText().equals("smoke"))
        .filter(json -> json.path("code").asText().equals("421"))
        .isPresent();
  }

  /** The answer, or what went wrong. */
  static String ask(URI url) throws InterruptedException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
              .buildAsync(url, new FirstMessage(answer))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        var _ = socket.sendText(QUESTION, true);
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } finally {
        socket.abort();
        client.shutdownNow();
      }
    } catch (ExecutionException e) {
      return "no answer: " + e.getCause();
    } catch (TimeoutException e) {
      return "no answer in time";
    }
  }

  private record FirstMessage(CompletableFuture<String> answer) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      answer.complete(data.toString());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      answer.complete("closed with " + code);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
