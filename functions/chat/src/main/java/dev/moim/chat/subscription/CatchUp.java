package dev.moim.chat.subscription;

import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.Faces;
import dev.moim.chat.message.Messages;
import dev.moim.chat.message.Messages.Window;
import dev.moim.shared.sockets.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells a subscription that is new what was said before there was it. */
public final class CatchUp {

  /** Longer than a function may take. */
  private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);

  private final Subscriptions subscriptions;
  private final Messages messages;
  private final Faces faces;
  private final ChatNews news;
  private final Clock clock;

  public CatchUp(
      Subscriptions subscriptions, Messages messages, Faces faces, ChatNews news, Clock clock) {
    this.subscriptions = subscriptions;
    this.messages = messages;
    this.faces = faces;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Those whose functions have looked for subscriptions before there was this one are found here,
   * and those whose functions look afterwards find it: of both, one posts each message.
   */
  List<Notice> tell(Subscription made, long roomId, Window window) {
    List<ChatMessage> own =
        messages.page(roomId, window).stream()
            .filter(message -> isOld(message) || subscriptions.claim(made, message.id()))
            .toList();
    subscriptions.settle(made);
    return faces.on(own).stream()
        .map(message -> Notice.to(made.recipient(), news.of(message)))
        .toList();
  }

  /** Whoever has sent it has told everybody by now. */
  private boolean isOld(ChatMessage message) {
    return message.sentAt().isBefore(clock.instant().minus(LONGEST_SENDING));
  }
}
