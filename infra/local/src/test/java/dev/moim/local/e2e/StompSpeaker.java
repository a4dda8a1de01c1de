package dev.moim.local.e2e;

import dev.moim.local.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody at the chat socket. What they heard is kept as it came. */
final class StompSpeaker implements WebSocket.Listener, AutoCloseable {

  private final AtomicReference<String> heard = new AtomicReference<>("");
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private volatile boolean open = true;

  private StompSpeaker(URI address) {
    socket = http.newWebSocketBuilder().subprotocols("v12.stomp").buildAsync(address, this).join();
  }

  /**
   * @param runtime such as {@code http://localhost:3000}
   */
  static StompSpeaker connect(URI runtime, String token) {
    URI address = URI.create(runtime.toString().replaceFirst("^http", "ws") + "/ws");
    StompSpeaker speaker = new StompSpeaker(address);
    speaker.send("CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token + "\n\n");
    speaker.await("CONNECTED");
    return speaker;
  }

  void listen(String destination) {
    send("SUBSCRIBE\nid:0\nreceipt:listens\ndestination:" + destination + "\n\n");
    await("receipt-id:listens");
  }

  /** Returns once it is said. */
  void say(String userId, String roomId, String text) {
    String body =
        "{\"userId\":\"%s\",\"roomId\":%s,\"message\":\"%s\",\"clientId\":\"first\"}"
            .formatted(userId, roomId, text);
    send("SEND\nreceipt:said\ndestination:/pub/chat/message\n\n" + body);
    await("receipt-id:said");
  }

  boolean isOpen() {
    return open;
  }

  private void send(String frame) {
    socket.sendText(frame + "\0", true).join();
  }

  private void await(String text) {
    Patience.until(text, () -> heard.get().contains(text));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heard.accumulateAndGet(data.toString(), String::concat);
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    open = false;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    open = false;
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
