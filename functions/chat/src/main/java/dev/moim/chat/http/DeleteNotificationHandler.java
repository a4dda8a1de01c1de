package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.notification.Notifications;
import dev.moim.chat.notification.ReadNotifications;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;

/** {@code DELETE /api/v1/notifications/{notificationId}}. */
public final class DeleteNotificationHandler extends ChatEndpoint {

  private final ReadNotifications notifications;

  public DeleteNotificationHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public DeleteNotificationHandler(ChatWiring wiring) {
    super(wiring.routes());
    notifications = wiring.readNotifications();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    long id = PersonIds.parse(request.pathParameter("notificationId")); // what is none is nobody's
    notifications.delete(new Notifications.Key(caller(request), id));
    return nothing();
  }
}
