package dev.moim.chat.notification;

import dev.moim.chat.subscription.FanOut;
import dev.moim.chat.subscription.Subscription;
import dev.moim.chat.subscription.Subscriptions;
import dev.moim.chat.subscription.Topic.OfUser;
import dev.moim.shared.sockets.Message;
import java.util.Collection;
import java.util.Optional;

/** Notifies people: for their list, and at once on the sockets that listen. */
public final class Notify {

  private final Notifications notifications;
  private final Subscriptions subscriptions;
  private final FanOut fanOut;

  public Notify(Notifications notifications, Subscriptions subscriptions, FanOut fanOut) {
    this.notifications = notifications;
    this.subscriptions = subscriptions;
    this.fanOut = fanOut;
  }

  /** Twice does no harm. */
  public void run(Collection<Long> userIds, Occasion occasion) {
    for (long userId : userIds) {
      Optional<Notification> added = notifications.add(userId, occasion);
      added.ifPresent(notification -> tell(new OfUser(userId), notification));
    }
  }

  private void tell(OfUser topic, Notification notification) {
    Message message =
        Message.of(topic.destination())
            .with("message-id", Long.toString(notification.id()))
            .with("id", notification.id())
            .with("content", notification.content())
            .with("notificationType", notification.type().name())
            .with("hasNotifications", true);
    fanOut.tell(subscriptions.of(topic).stream().map(Subscription::recipient).toList(), message);
  }
}
