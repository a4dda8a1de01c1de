package dev.moim.calls.connection;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Delivers messages to users: posts to open sockets, all at once so that one slow socket delays no
 * other, and writes to the mailbox of those whose socket is lost.
 */
public final class Outbox {

  /** A user and the socket we last knew for it. */
  public record Recipient(Owner owner, String connectionId, String dialect, boolean lost) {}

  /**
   * @param payload the message as JSON, in no dialect: the recipient may come back speaking another
   */
  public record Message(Recipient to, String payload) {}

  /** Writes a payload as a frame of a dialect. */
  @FunctionalInterface
  public interface Framing {
    String frame(String dialect, String payload);
  }

  /** Timer kinds the outbox sets; the family's timer function hands them back. */
  public static final String RETRY = "retry";

  public static final String DRAIN = "drain";

  private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

  private final Sockets sockets;
  private final Mailbox mailbox;
  private final Holders holders;
  private final Timers timers;
  private final Losses losses;
  private final Framing framing;

  public Outbox(
      Sockets sockets,
      Mailbox mailbox,
      Holders holders,
      Timers timers,
      Losses losses,
      Framing framing) {
    this.sockets = sockets;
    this.mailbox = mailbox;
    this.holders = holders;
    this.timers = timers;
    this.losses = losses;
    this.framing = framing;
  }

  /** Returns once every message is delivered, in a mailbox, or set to be tried once more. */
  public void send(List<Message> messages) {
    if (messages.size() == 1) {
      send(messages.getFirst());
      return;
    }
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      messages.forEach(message -> each.execute(() -> send(message)));
    }
  }

  private void send(Message message) {
    Recipient to = message.to();
    if (to.lost()) {
      keep(message);
      return;
    }
    switch (sockets.post(to.connectionId(), framing.frame(to.dialect(), message.payload()))) {
      case DELIVERED -> {}
      case GONE -> {
        keep(message);
        losses.found(to.connectionId());
      }
      case UNKNOWN -> timers.set(retry(message), RETRY_DELAY);
    }
  }

  /** The second attempt, when a {@link #RETRY} timer fires; the mailbox makes the others. */
  public void retry(Timer timer) {
    Recipient to =
        new Recipient(
            Owner.ofKey(timer.get("owner")),
            timer.get("connectionId"),
            timer.get("dialect"),
            false);
    Message message = new Message(to, timer.get("payload"));
    Posted posted = sockets.post(to.connectionId(), framing.frame(to.dialect(), message.payload()));
    if (posted != Posted.DELIVERED) {
      keep(message);
      undelivered(posted, to.owner(), to.connectionId());
    }
  }

  /** Only a 410 says that a socket is closed; one that is slow keeps its seat and gets it later. */
  private void undelivered(Posted posted, Owner owner, String connectionId) {
    if (posted == Posted.GONE) {
      losses.found(connectionId);
    } else {
      timers.set(drain(owner, connectionId), RETRY_DELAY);
    }
  }

  /**
   * Into the mailbox first, then one consistent look at who speaks for the user now: if another
   * connection took over meanwhile, its drain may have run before our letter was there.
   */
  private void keep(Message message) {
    Owner owner = message.to().owner();
    mailbox.put(owner, message.payload());
    holders
        .findNow(owner)
        .filter(holder -> !holder.connectionId().equals(message.to().connectionId()))
        .ifPresent(holder -> timers.set(drain(owner, holder.connectionId()), Duration.ZERO));
  }

  /** The timer that empties a mailbox into a connection. */
  public static Timer drain(Owner owner, String connectionId) {
    return new Timer(DRAIN, Map.of("owner", owner.key(), "connectionId", connectionId));
  }

  private static Timer retry(Message message) {
    return new Timer(
        RETRY,
        Map.of(
            "owner", message.to().owner().key(),
            "connectionId", message.to().connectionId(),
            "dialect", message.to().dialect(),
            "payload", message.payload()));
  }

  /**
   * Empties the mailbox of a user in order, when a {@link #DRAIN} timer fires. A socket that does
   * not take a letter in time is tried again until it does, closes, or the letters expire.
   */
  public void drain(Timer timer, String dialect) {
    Owner owner = Owner.ofKey(timer.get("owner"));
    String connectionId = timer.get("connectionId");
    for (var letters = mailbox.oldest(owner); !letters.isEmpty(); letters = mailbox.oldest(owner)) {
      for (var letter : letters) {
        Posted posted = sockets.post(connectionId, framing.frame(dialect, letter.payload()));
        if (posted != Posted.DELIVERED) {
          undelivered(posted, owner, connectionId);
          return;
        }
        mailbox.remove(owner, List.of(letter));
      }
    }
  }
}
