package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.notification.Notification;
import dev.moim.chat.notification.Notifications;
import dev.moim.chat.notification.Notifications.Cursor;
import dev.moim.chat.notification.ReadNotifications;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/v1/notifications/subscribe}: what is new since the event that a client saw last.
 * A browser's own EventSource cannot send a header: its token stands in the address.
 */
public final class SubscribeHandler extends ChatEndpoint {

  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private final ReadNotifications notifications;
  private final Duration retry;

  public SubscribeHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public SubscribeHandler(ChatWiring wiring) {
    super(wiring.routes());
    notifications = wiring.readNotifications();
    retry = wiring.retry();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    long userId = caller(request.bearer().or(() -> request.query("token")));
    long last = notifications.lastId(userId);
    EventStream stream = new EventStream();
    lastEventId(request)
        .map(id -> new Cursor(userId, PersonIds.parse(id)))
        .ifPresentOrElse(
            seen -> news(stream, seen, last), () -> stream.retry(retry).connected(last));
    stream.hasNotifications(last != 0 || notifications.hasUnreadRooms(userId));
    return HttpReply.text(EventStream.TYPE, stream.toString()).with("cache-control", "no-store");
  }

  /** EventSourcePolyfill names it in the address: other origins might not allow the header. */
  private static Optional<String> lastEventId(HttpRequest request) {
    return request.header("last-event-id").or(() -> request.query("lastEventId"));
  }

  private void news(EventStream stream, Cursor seen, long last) {
    List<Notification> found =
        last > seen.after() ? notifications.after(seen, Notifications.MOST) : List.of();
    stream.retry(found.size() < Notifications.MOST ? retry : AT_ONCE).all(found);
  }
}
