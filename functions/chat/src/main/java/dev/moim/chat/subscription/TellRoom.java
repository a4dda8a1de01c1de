package dev.moim.chat.subscription;

import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.room.Asked;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import java.util.List;

/** Tells those who listen to a room, each message once. */
public final class TellRoom {

  private final Subscriptions subscriptions;
  private final FanOut fanOut;
  private final ChatNews news;

  public TellRoom(Subscriptions subscriptions, FanOut fanOut, ChatNews news) {
    this.subscriptions = subscriptions;
    this.fanOut = fanOut;
    this.news = news;
  }

  /**
   * One request, and one more for each socket that has subscribed within the last moment.
   *
   * @return whom the caller tells; others are told by timers
   */
  List<Notice> notices(ChatMessage message) {
    return fanOut.split(recipients(message), news.of(message));
  }

  public void tell(ChatMessage message) {
    fanOut.tell(recipients(message), news.of(message));
  }

  private List<Recipient> recipients(ChatMessage message) {
    return subscriptions.of(new OfRoom(message.roomId())).stream()
        .filter(one -> isToHear(one, message.id()))
        .map(Subscription::recipient)
        .toList();
  }

  /** Whoever catches up may find the message by itself: one of the two posts it. */
  private boolean isToHear(Subscription one, String messageId) {
    if (one.heard().contains(messageId)) {
      return false;
    }
    return !one.catchingUp() || subscriptions.claim(one, messageId);
  }

  /** Lets somebody hear nothing more of a room. */
  public void silence(Asked who) {
    subscriptions.removeAll(
        subscriptions.of(new OfRoom(who.roomId())).stream()
            .filter(one -> one.userId() == who.callerId())
            .toList());
  }
}
