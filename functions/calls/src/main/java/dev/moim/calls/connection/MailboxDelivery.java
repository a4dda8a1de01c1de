package dev.moim.calls.connection;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Letter;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keeps messages that no socket took, and delivers them in order to the socket their user comes
 * back on.
 */
public final class MailboxDelivery implements Unreachable {

  /** The timer that empties a mailbox into a connection. */
  public static final String DRAIN = "drain";

  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Told of a socket that a post found closed, which nobody had reported as lost. */
  @FunctionalInterface
  public interface Losses {

    /**
     * @return false if it is open all the same, and the post is to be tried again
     */
    boolean found(String connectionId);
  }

  private final Mailbox mailbox;
  private final Registrations registrations;
  private final Sockets sockets;
  private final Timers timers;
  private final Framing framing;
  private final Losses losses;

  public MailboxDelivery(
      Mailbox mailbox,
      Registrations registrations,
      Sockets sockets,
      Timers timers,
      Framing framing,
      Losses losses) {
    this.mailbox = mailbox;
    this.registrations = registrations;
    this.sockets = sockets;
    this.timers = timers;
    this.framing = framing;
    this.losses = losses;
  }

  /** Only a 410 says that a socket is closed; one that is slow keeps its seat and gets it later. */
  @Override
  public void missed(Recipient to, Letter letter, Reason reason) {
    Owner owner = Owner.ofKey(to.mailbox());
    keep(owner, to.connectionId(), letter);
    if (reason != Reason.LOST) {
      undelivered(reason == Reason.CLOSED, owner, to.connectionId());
    }
  }

  /**
   * Into the mailbox first, then one consistent look at who speaks for the user now: if another
   * connection took over meanwhile, its drain may have run before our letter was there.
   */
  private void keep(Owner owner, String connectionId, Letter letter) {
    mailbox.put(owner, letter);
    registrations
        .findNow(owner)
        .filter(now -> !now.connectionId().equals(connectionId))
        .ifPresent(now -> timers.set(drain(owner, now.connectionId()), Duration.ZERO));
  }

  /** The timer that empties a user's mailbox into a connection. */
  public static Timer drain(Owner owner, String connectionId) {
    return new Timer(DRAIN, Map.of("owner", owner.key(), "connectionId", connectionId));
  }

  /**
   * Empties the mailbox of a user in order, when a {@link #DRAIN} timer fires. A socket that does
   * not take a letter in time is tried again until it does, closes, or the letters expire. A letter
   * that is too long for any socket must not hold back those behind it.
   */
  public void drain(Timer timer, Dialect dialect) {
    Owner owner = Owner.ofKey(timer.get("owner"));
    String connectionId = timer.get("connectionId");
    for (var letters = mailbox.oldest(owner); !letters.isEmpty(); letters = mailbox.oldest(owner)) {
      for (var letter : letters) {
        Posted posted = sockets.post(connectionId, framing.frame(dialect, letter.payload()));
        if (posted == Posted.GONE || posted == Posted.UNKNOWN) {
          undelivered(posted == Posted.GONE, owner, connectionId);
          return;
        }
        mailbox.remove(owner, List.of(letter));
      }
    }
  }

  /** A socket that is open, or may be, is tried again. */
  private void undelivered(boolean closed, Owner owner, String connectionId) {
    if (!closed || !losses.found(connectionId)) {
      timers.set(drain(owner, connectionId), AGAIN);
    }
  }
}
