package dev.moim.shared.sockets.negotiation;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.negotiation.Negotiations.Early;
import dev.moim.shared.sockets.negotiation.Negotiations.Noted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Relays session descriptions and ICE candidates between two peers so that each candidate follows
 * its description and no description follows a newer one, although the frames that bring them are
 * handled side by side.
 */
public final class RelayInOrder {

  /** The timer that lets candidates go whose description never came. */
  public static final String OVERDUE = "candidates";

  /** How long candidates wait at most. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** For a newer description to be kept by the function that has just relayed it. */
  private static final List<Duration> LOOKS =
      List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500));

  /** For an older description to be relayed that is under way. */
  private static final List<Duration> FOR_PREDECESSOR =
      List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));

  /** A message from one peer to another, and what has passed between them until now. */
  public record Relayed(PairKey pair, Recipient to, Negotiation seen, Message message) {

    Notice notice() {
      return Notice.to(to, message);
    }

    Relayed seeing(Negotiation later) {
      return new Relayed(pair, to, later, message);
    }
  }

  private final Negotiations negotiations;
  private final Timers timers;
  private final Clock clock;
  private final Consumer<Duration> pause;

  public RelayInOrder(
      Negotiations negotiations, Timers timers, Clock clock, Consumer<Duration> pause) {
    this.negotiations = negotiations;
    this.timers = timers;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Relays a description, and then the candidates that waited for it. One whose predecessor is
   * missing waits a moment for it, since that may just be under way.
   */
  public Outcome description(Outcome outcome, Relayed relayed, Description description) {
    Relayed now = relayed;
    for (Duration wait : FOR_PREDECESSOR) {
      if (!now.seen().lacksPredecessorOf(description)) {
        break;
      }
      pause.accept(wait);
      now = now.seeing(negotiations.find(relayed.pair()));
    }
    if (now.seen().isOutdated(description)) {
      return outcome;
    }
    Relayed last = now;
    return outcome.telling(last.notice()).then(() -> note(last, description));
  }

  private List<Notice> note(Relayed relayed, Description description) {
    Noted noted = negotiations.relayed(relayed.pair(), description);
    if (noted instanceof Noted.Relayed(Negotiation before, List<Early> early)) {
      if (relayed.seen().lacksPredecessorOf(description)) {
        negotiations.keep(relayed.pair(), relayed.message());
      }
      // An older one was relayed at the same time, and perhaps after ours.
      boolean again = !before.latest().equals(relayed.seen().latest());
      return Stream.concat(
              again ? Stream.of(relayed.notice()) : Stream.empty(),
              early.stream().map(each -> Notice.to(relayed.to(), each.message())))
          .toList();
    }
    return newest(relayed).stream().toList();
  }

  /** The newer description once more: whether it was heard before or after ours, it is last now. */
  private Optional<Notice> newest(Relayed relayed) {
    for (Duration wait : LOOKS) {
      pause.accept(wait);
      Optional<Message> newest = negotiations.kept(relayed.pair());
      if (newest.isPresent()) {
        return newest.map(message -> Notice.to(relayed.to(), message));
      }
    }
    return Optional.empty();
  }

  /** Relays candidates, or keeps them until their description was relayed. */
  public Outcome candidates(
      Outcome outcome, Relayed relayed, Candidates candidates, Instant receivedAt) {
    if (relayed.seen().admits(candidates)
        || !negotiations.hold(
            relayed.pair(), new Early(receivedAt, candidates, relayed.message()))) {
      return outcome.telling(relayed.notice());
    }
    timers.set(overdue(relayed.pair()), LONGEST_WAIT);
    return outcome;
  }

  private static Timer overdue(PairKey pair) {
    return new Timer(OVERDUE, Map.of("pair", pair.text()));
  }

  /**
   * What the family's timer function does for candidates whose description never came.
   *
   * @param recipients where the second of a pair is now; empty if it is gone
   */
  public void addTo(
      TimerActions actions, Outbox outbox, Function<PairKey, Optional<Recipient>> recipients) {
    actions.on(
        OVERDUE,
        timer -> {
          PairKey pair = new PairKey(timer.get("pair"));
          // A timer may be a little early.
          Instant since = clock.instant().minus(LONGEST_WAIT).plusSeconds(1);
          List<Early> held = negotiations.takeHeldBefore(pair, since);
          recipients
              .apply(pair)
              .ifPresent(to ->
                  outbox.send(held.stream().map(early -> Notice.to(to, early.message())).toList()));
        });
  }
}
