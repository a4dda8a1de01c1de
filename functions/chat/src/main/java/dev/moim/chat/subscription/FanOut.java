package dev.moim.chat.subscription;

import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Recipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells many: as many as one function reaches in good time it tells itself, and all others are told
 * by functions that timers start at once, side by side.
 */
public final class FanOut {

  /** The timer that tells some of them. */
  public static final String TIMER = "fan-out";

  /** So many posts at once; a warm function is through with them in less than half a second. */
  static final int PART = 250;

  private final Subscriptions subscriptions;
  private final Supplier<Timers> timers;
  private final Framing framing;
  private final Supplier<Outbox> outbox;

  /**
   * @param timers asked for only where one function does not reach everybody
   * @param outbox asked for only where there is somebody to tell
   */
  public FanOut(
      Subscriptions subscriptions,
      Supplier<Timers> timers,
      Framing framing,
      Supplier<Outbox> outbox) {
    this.subscriptions = subscriptions;
    this.timers = timers;
    this.framing = framing;
    this.outbox = outbox;
  }

  /**
   * @return whom the caller tells; the others have been taken care of
   */
  public List<Notice> split(List<Recipient> all, Message message) {
    List<Notice> own = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PART) {
      List<Recipient> part = all.subList(from, Math.min(all.size(), from + PART));
      if (from == 0) {
        own.add(new Notice(part, message));
      } else {
        timers.get().set(timer(part, message), Duration.ZERO);
      }
    }
    return own;
  }

  /** Tells everybody. */
  public void tell(List<Recipient> all, Message message) {
    if (!all.isEmpty()) {
      outbox.get().send(split(all, message));
    }
  }

  /** What a {@link #TIMER} does: tells those who still listen. It may be a repetition. */
  public void fire(Timer timer) {
    List<Recipient> to = timer.get("to").lines().map(FanOut::recipient).toList();
    Message message = framing.message(timer.get("payload"));
    outbox.get().send(List.of(new Notice(still(to, message), message)));
  }

  /** What a post is repeated with: nothing for somebody who has left the room by now. */
  public List<Message> late(Recipient to, Message told) {
    return still(List.of(to), told).isEmpty() ? List.of() : List.of(told);
  }

  /** Nobody can be put out of their own notifications. */
  private List<Recipient> still(List<Recipient> some, Message message) {
    return Topic.of(message.name(), 0)
        .filter(OfRoom.class::isInstance)
        .map(room -> subscriptions.still(room, some))
        .orElse(some);
  }

  private Timer timer(List<Recipient> part, Message message) {
    String to =
        part.stream()
            .map(one -> one.connectionId() + " " + one.dialect().code())
            .collect(Collectors.joining("\n"));
    return new Timer(TIMER, Map.of("to", to, "payload", framing.payload(message)));
  }

  private static Recipient recipient(String line) {
    int blank = line.indexOf(' ');
    return Recipient.of(line.substring(0, blank), new Dialect(line.substring(blank + 1)));
  }
}
