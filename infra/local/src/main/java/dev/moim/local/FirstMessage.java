package dev.moim.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The first thing a WebSocket server says. */
final class FirstMessage implements WebSocket.Listener {

  private static final long PATIENCE_SECONDS = 30;

  private final CompletableFuture<String> message = new CompletableFuture<>();

  private FirstMessage() {}

  /**
   * @param question what is sent first; "" for nothing
   * @return the answer, or what went wrong
   */
  static String of(URI url, String question) throws InterruptedException {
    FirstMessage first = new FirstMessage();
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(url, first)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        if (!question.isEmpty()) {
          var _ = socket.sendText(question, true);
        }
        return first.message.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    message.complete(data.toString());
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    message.complete("closed with " + code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    message.completeExceptionally(error);
  }
}
