package dev.moim.bench.relay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A socket on which somebody waits for what holds a certain text. */
final class Client implements WebSocket.Listener {

  private static final int PATIENCE_SECONDS = 60;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  Client(URI address) {
    socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** One at a time: the JDK's socket wants to be done with a message before the next. */
  synchronized void send(String text) {
    socket.sendText(text, true).join();
  }

  /**
   * What came of an action.
   *
   * @return the first message that holds the text
   */
  String hear(String text, Runnable action) throws Exception {
    CompletableFuture<String> heard = new CompletableFuture<>();
    awaited.put(text, heard);
    try {
      action.run();
      return heard.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      awaited.remove(text);
    }
  }

  void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String message = partial.toString();
      partial.setLength(0);
      awaited.forEach((text, heard) -> {
        if (message.contains(text)) {
          heard.complete(message);
        }
      });
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }
}
