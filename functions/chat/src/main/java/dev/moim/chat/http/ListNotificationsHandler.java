package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.notification.Notification;
import dev.moim.chat.notification.ReadNotifications;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/v1/notifications}. */
public final class ListNotificationsHandler extends ChatEndpoint {

  private final ReadNotifications notifications;

  public ListNotificationsHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public ListNotificationsHandler(ChatWiring wiring) {
    super(wiring.routes());
    notifications = wiring.readNotifications();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return HttpReply.list(
        notifications.list(caller(request)).stream().map(ListNotificationsHandler::json).toList());
  }

  private static Map<String, Object> json(Notification one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("content", one.content());
    json.put("notificationType", one.type().name());
    return json;
  }
}
