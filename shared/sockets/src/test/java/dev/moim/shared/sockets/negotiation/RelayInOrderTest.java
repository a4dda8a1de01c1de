package dev.moim.shared.sockets.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.TestFamily;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.negotiation.Description.Origin;
import dev.moim.shared.sockets.negotiation.RelayInOrder.Relayed;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one peer hears of another, frame by frame; bursts are in the families' tests. */
class RelayInOrderTest {

  private static final PairKey PAIR = PairKey.in("room").from("a").to("b");
  private static final Recipient B = Recipient.of("b", TestFamily.JSON);

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final VirtualTimers timers = new VirtualTimers(clock);
  private final MemoryNegotiations negotiations = new MemoryNegotiations();
  private final List<Duration> pauses = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final RelayInOrder relay =
      new RelayInOrder(
          negotiations,
          timers,
          clock,
          wait -> {
            pauses.add(wait);
            meanwhile.run();
          });

  private static Relayed relayed(Negotiation seen, String name) {
    return new Relayed(PAIR, B, seen, Message.of(name));
  }

  private static Description version(long version) {
    Origin origin = new Origin("- 1", version);
    return new Description(Optional.of(origin), Set.of("frag" + version));
  }

  private static String name(long version) {
    return "description " + version;
  }

  /** One that sees what has been noted until now; the outcome is not yet told. */
  private Outcome describe(long version) {
    Relayed message = relayed(negotiations.find(PAIR), name(version));
    return relay.description(Outcome.silent(), message, version(version));
  }

  private Outcome candidate(String name, String... ufrags) {
    return candidate(negotiations.find(PAIR), name, ufrags);
  }

  private Outcome candidate(Negotiation seen, String name, String... ufrags) {
    Candidates candidates = new Candidates(Set.of(ufrags));
    return relay.candidates(Outcome.silent(), relayed(seen, name), candidates, clock.instant());
  }

  /** What the peer hears of it, in order. */
  private static List<String> tell(Outcome outcome) {
    List<Notice> all = new ArrayList<>(outcome.notices());
    outcome.afterwards().forEach(next -> all.addAll(next.get()));
    assertThat(all).allSatisfy(notice -> assertThat(notice.to()).containsExactly(B));
    return all.stream().map(notice -> notice.message().name()).toList();
  }

  @Test
  void whatArrivesInOrderIsRelayedAtOnce() {
    assertThat(tell(describe(2))).containsExactly(name(2));
    assertThat(tell(candidate("candidate", "frag2"))).containsExactly("candidate");
    assertThat(tell(candidate("end of candidates"))).containsExactly("end of candidates");
    assertThat(tell(describe(3))).containsExactly(name(3));
    assertThat(pauses).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void earlyCandidatesFollowTheirDescriptionInTheOrderTheyWereSent() {
    clock.advance(Duration.ofMillis(1));
    assertThat(tell(candidate("second", "frag2"))).isEmpty();
    clock.advance(Duration.ofMillis(-1));
    assertThat(tell(candidate("first", "frag2"))).isEmpty();

    assertThat(tell(describe(2))).containsExactly(name(2), "first", "second");
  }

  @Test
  void candidatesOfANewerDescriptionWaitForThat() {
    candidate("of 3", "frag3");
    assertThat(tell(describe(2))).containsExactly(name(2));
    assertThat(tell(describe(3))).containsExactly(name(3), "of 3");
  }

  @Test
  void aCandidateGoesOutIfItsDescriptionWasNotedSinceItLooked() {
    Negotiation looked = negotiations.find(PAIR);
    tell(describe(2));
    assertThat(tell(candidate(looked, "candidate", "frag2"))).containsExactly("candidate");
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void anOutdatedDescriptionIsDropped() {
    tell(describe(3));
    pauses.clear();
    assertThat(tell(describe(2))).isEmpty();
    assertThat(pauses).isEmpty();
  }

  @Test
  void aDescriptionWaitsForItsPredecessor() {
    meanwhile =
        () -> {
          if (pauses.size() == 2) {
            tell(
                relay.description(
                    Outcome.silent(), relayed(Negotiation.NONE, name(2)), version(2)));
          }
        };
    assertThat(tell(describe(3))).containsExactly(name(3));
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aDescriptionWhosePredecessorNeverComesWaits350Milliseconds() {
    assertThat(tell(describe(3))).containsExactly(name(3));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(350));
  }

  @Test
  void aDescriptionIsDroppedIfANewerOneIsRelayedWhileItWaits() {
    meanwhile = () -> negotiations.relayed(PAIR, version(5));
    assertThat(tell(describe(4))).isEmpty();
  }

  @Test
  void ofTwoPostedAtTheSameMomentTheNewerOneIsPostedOnceMore() {
    Outcome newer = describe(3);
    Outcome older = describe(2);
    assertThat(tell(older)).containsExactly(name(2));
    assertThat(tell(newer)).containsExactly(name(3), name(3));
  }

  @Test
  void whoeverIsOvertakenPostsTheNewerOneOnceItIsKept() {
    Outcome newer = describe(3);
    Outcome older = describe(2);
    assertThat(tell(newer)).containsExactly(name(3));
    assertThat(tell(older)).containsExactly(name(2), name(3));
  }

  @Test
  void whoeverIsOvertakenLooksAWhileForTheNewerOne() {
    Outcome older = describe(2);
    negotiations.relayed(PAIR, version(3));
    meanwhile =
        () -> {
          if (pauses.size() == 3) {
            negotiations.keep(PAIR, Message.of(name(3)));
          }
        };
    assertThat(tell(older)).containsExactly(name(2), name(3));

    Outcome again =
        relay.description(Outcome.silent(), relayed(Negotiation.NONE, name(2)), version(2));
    assertThat(tell(again)).as("kept by now").containsExactly(name(2), name(3));
  }

  @Test
  void whoeverIsOvertakenByOneThatIsNeverKeptGivesUp() {
    Outcome older = describe(2);
    negotiations.relayed(PAIR, version(3));
    assertThat(tell(older)).containsExactly(name(2));
    assertThat(pauses).startsWith(Duration.ZERO).isSorted().hasSize(4);
  }

  @Test
  void candidatesWhoseDescriptionNeverComesAreLetGoAfterTenSeconds() {
    RecordingSockets sockets = new RecordingSockets();
    TimerActions actions = timerActions(sockets, Optional.of(B));
    candidate("first", "never");
    timers.pass(Duration.ofSeconds(4), actions::run);
    candidate("second", "never");

    timers.pass(RelayInOrder.LONGEST_WAIT.minusSeconds(4), actions::run);
    assertThat(sockets.take("b")).containsExactly("j[first{}]");
    timers.pass(Duration.ofSeconds(4), actions::run);
    assertThat(sockets.take("b")).containsExactly("j[second{}]");
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void candidatesForAPeerThatIsGoneAreForgotten() {
    RecordingSockets sockets = new RecordingSockets();
    TimerActions actions = timerActions(sockets, Optional.empty());
    candidate("first", "never");
    timers.pass(RelayInOrder.LONGEST_WAIT, actions::run);

    assertThat(sockets.takePosts()).isZero();
    assertThat(negotiations.takeHeldBefore(PAIR, clock.instant())).isEmpty();
  }

  private TimerActions timerActions(RecordingSockets sockets, Optional<Recipient> recipient) {
    TimerActions actions = new TimerActions();
    Outbox outbox =
        new Outbox(
            sockets, timers, TestFamily.FRAMING, (to, letter, reason) -> {}, Clock.systemUTC());
    relay.addTo(
        actions,
        outbox,
        pair -> {
          assertThat(pair).isEqualTo(PAIR);
          return recipient;
        });
    return actions;
  }
}
