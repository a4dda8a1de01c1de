package dev.moim.local.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that keeps what it receives. */
public final class TestSocket implements WebSocket.Listener {

  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private TestSocket(URI url, Map<String, String> headers, List<String> subprotocols) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    if (!subprotocols.isEmpty()) {
      builder.subprotocols(
          subprotocols.getFirst(), subprotocols.stream().skip(1).toArray(String[]::new));
    }
    socket = builder.buildAsync(url, this).join();
  }

  public static TestSocket open(URI url) {
    return new TestSocket(url, Map.of(), List.of());
  }

  public static TestSocket open(URI url, Map<String, String> headers, String... subprotocols) {
    return new TestSocket(url, headers, List.of(subprotocols));
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  public TestSocket send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Sends one message as several frames. */
  TestSocket sendInFrames(String text, int frameLength) {
    for (int from = 0; from < text.length(); from += frameLength) {
      int to = Math.min(text.length(), from + frameLength);
      socket.sendText(text.substring(from, to), to == text.length()).join();
    }
    return this;
  }

  public TestSocket sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  TestSocket ping() {
    socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    return this;
  }

  void close(int code, String reason) {
    socket.sendClose(code, reason).join();
  }

  /** The next message. */
  public String next() throws InterruptedException {
    String message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  /** Messages that came and nobody asked for. */
  public List<String> unread() {
    return List.copyOf(received);
  }

  /** The code the server closed with. */
  public int closeCode() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(partial.toString());
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }
}
