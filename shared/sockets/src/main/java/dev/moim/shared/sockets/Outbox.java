package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Unreachable.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts messages to sockets: to all recipients at once, so that a slow one delays no other, and to
 * each in order. A post without an answer is repeated once, by a timer; so is one that is still
 * without when nearly all others have theirs.
 */
public final class Outbox {

  /** The timer of a post that got no answer. */
  public static final String RETRY = "retry";

  private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

  /** Between what is told at once and what is told after it: as many letters fit in between. */
  static final Duration LATER = Duration.ofNanos(1_000);

  /** More often than this nobody's news change while they are told. */
  private static final int ROUNDS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Sockets sockets;
  private final Timers timers;
  private final Framing framing;
  private final Unreachable unreachable;
  private final Clock clock;

  public Outbox(
      Sockets sockets, Timers timers, Framing framing, Unreachable unreachable, Clock clock) {
    this.sockets = sockets;
    this.timers = timers;
    this.framing = framing;
    this.unreachable = unreachable;
    this.clock = clock;
  }

  /** Sends what has happened just now. */
  public void send(List<Notice> notices) {
    send(notices, clock.instant());
  }

  /**
   * Returns once every message was taken, given up, or set to be tried once more.
   *
   * @param at when what they tell happened: mailboxes are in this order, whoever writes to them
   *     first
   * @throws RuntimeException if that failed for somebody; everybody else has been told then
   */
  public void send(List<Notice> notices, Instant at) {
    Map<Recipient, List<Letter>> each = new LinkedHashMap<>();
    Instant next = at;
    for (Notice notice : notices) {
      // Written once, however many are told.
      Letter letter = new Letter(framing.payload(notice.message()), next);
      notice.to().forEach(to -> each.computeIfAbsent(to, it -> new ArrayList<>()).add(letter));
      next = next.plusNanos(1);
    }
    if (each.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    tell(each);
    Measures.took(Metric.FAN_OUT, begun);
    each.forEach((to, letters) -> Measures.count(Metric.POSTS, to.lost() ? 0 : letters.size()));
  }

  private void tell(Map<Recipient, List<Letter>> each) {
    Stragglers stragglers = new Stragglers();
    List<Runnable> tasks = new ArrayList<>();
    each.forEach(
        (to, letters) -> tasks.add(() -> letters.forEach(letter -> post(to, letter, stragglers))));
    stragglers.run(tasks);
  }

  private void post(Recipient to, Letter letter, Stragglers stragglers) {
    if (to.lost()) {
      unreachable.missed(to, letter, Reason.LOST);
      return;
    }
    String frame = framing.frame(to.dialect(), letter.payload());
    switch (stragglers.post(() -> sockets.post(to.connectionId(), frame))) {
      case DELIVERED -> {}
      case GONE -> unreachable.missed(to, letter, Reason.CLOSED);
      case TOO_LONG -> LOG.error("a message to {} is too long to be posted", to.connectionId());
      case UNKNOWN -> timers.set(retryOf(to, letter), RETRY_DELAY);
    }
  }

  /**
   * The second attempt, when a {@link #RETRY} timer fires. It may be a repetition: twice is better
   * than never.
   */
  public void retry(Timer timer, LateNews late) {
    Recipient to =
        new Recipient(
            timer.get("connectionId"),
            new Dialect(timer.get("dialect")),
            timer.get("mailbox"),
            false);
    Message told = framing.message(timer.get("payload"));
    Instant at = Instant.parse(timer.get("at"));
    List<Message> news = late.upToDate(to, told, at);
    List<Message> before = List.of();
    // Somebody may tell something newer while this is posted.
    for (int round = 0; round < ROUNDS && !news.equals(before); round++) {
      repeat(to, news, told, timer);
      before = news;
      news = late.upToDate(to, told, at);
    }
  }

  private void repeat(Recipient to, List<Message> news, Message told, Timer timer) {
    Instant at = Instant.parse(timer.get("at"));
    for (Message message : news) {
      // What nothing outdates goes out as it was written.
      String payload = message.equals(told) ? timer.get("payload") : framing.payload(message);
      repeat(to, new Letter(payload, at));
      at = at.plusNanos(1);
    }
  }

  private void repeat(Recipient to, Letter letter) {
    switch (sockets.post(to.connectionId(), framing.frame(to.dialect(), letter.payload()))) {
      case DELIVERED -> {}
      case GONE -> unreachable.missed(to, letter, Reason.CLOSED);
      case TOO_LONG -> {} // said when it was posted first
      case UNKNOWN -> unreachable.missed(to, letter, Reason.SLOW);
    }
  }

  private static Timer retryOf(Recipient to, Letter letter) {
    return new Timer(
        RETRY,
        Map.of(
            "connectionId", to.connectionId(),
            "dialect", to.dialect().code(),
            "mailbox", to.mailbox(),
            "payload", letter.payload(),
            "at", letter.at().toString()));
  }
}
