package dev.moim.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.time.Timeline;
import dev.moim.template.SocketApi;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket. It is created before {@code $connect} runs and usable after it allowed it.
 */
final class Connection {

  private static final long OPEN_WAIT_SECONDS = 10;

  private final String id = GatewayIds.next();
  private final SocketApi api;
  private final Handshake handshake;
  private final Instant connectedAt;
  private final Optional<JsonNode> authorizer;
  private final CompletableFuture<Session> session = new CompletableFuture<>();
  private final CompletableFuture<Outgoing> outgoing = session.thenApply(Outgoing::new);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<Timeline.@Nullable Task> cutOff = new AtomicReference<>();
  private final Activity activity;

  Connection(
      SocketApi api, Handshake handshake, Instant connectedAt, Optional<JsonNode> authorizer) {
    this.api = api;
    this.handshake = handshake;
    this.connectedAt = connectedAt;
    this.authorizer = authorizer;
    this.activity = new Activity(connectedAt);
  }

  String id() {
    return id;
  }

  SocketApi api() {
    return api;
  }

  Handshake handshake() {
    return handshake;
  }

  /** Takes in a frame. They are read one after the other, and their stamps tell their order. */
  Arrival hear(Timeline timeline) {
    return activity.hear(timeline);
  }

  Instant connectedAt() {
    return connectedAt;
  }

  Instant lastActiveAt() {
    return activity.lastAt();
  }

  /** The context the authorizer gave at {@code $connect}; every event carries it. */
  Optional<JsonNode> authorizer() {
    return authorizer;
  }

  void touch(Instant at) {
    activity.touch(at);
  }

  void opened(Session opened) {
    session.complete(opened);
  }

  /** True for the first caller only. */
  boolean markClosed() {
    return closed.compareAndSet(false, true);
  }

  /**
   * Sends a text message behind those sent before. It does not wait for a slow client.
   *
   * @return false if the socket is gone
   */
  boolean send(String text) {
    if (closed.get()) {
      return false;
    }
    try {
      // $connect has returned, the handshake's last packet may still be under way.
      outgoing.get(OPEN_WAIT_SECONDS, TimeUnit.SECONDS).add(text);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts the closing handshake; a client that does not answer it is cut off. */
  void close(CloseReason reason, Timeline timeline) {
    var _ =
        session.thenAccept(open -> {
          cutOff.set(timeline.after(CloseReason.HANDSHAKE, open::disconnect));
          open.close(reason.code(), reason.text(), Callback.NOOP);
        });
  }

  /** The socket has ended: nobody needs to be cut off any more. */
  void gone() {
    Timeline.Task task = cutOff.get();
    if (task != null) {
      task.cancel();
    }
  }
}
