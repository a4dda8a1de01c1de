package dev.moim.chat.http;

import dev.moim.chat.notification.Notification;
import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Server-sent events as one answer, after which a client asks again: an HTTP API sends an answer
 * when it is complete.
 */
final class EventStream {

  static final String TYPE = "text/event-stream; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  /** How long a client waits before it asks again. */
  EventStream retry(Duration wait) {
    text.append("retry: ").append(wait.toMillis()).append("\n\n");
    return this;
  }

  /** What a client hears first; its id is where it is from now on. */
  EventStream connected(long last) {
    text.append("id: ").append(last).append("\nevent: connect\ndata: connected!\n\n");
    return this;
  }

  EventStream all(List<Notification> notifications) {
    for (Notification one : notifications) {
      text.append("id: ").append(one.id());
      text.append("\nevent: ").append(one.type().name());
      // A line's end would end the event's data.
      text.append("\ndata: ").append(one.content().replaceAll("[\\r\\n]+", " ")).append("\n\n");
    }
    return this;
  }

  /** The event without a name, which the document's client reads. */
  EventStream hasNotifications(boolean some) {
    text.append("data: ").append(Json.write(Map.of("hasNotifications", some))).append("\n\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
