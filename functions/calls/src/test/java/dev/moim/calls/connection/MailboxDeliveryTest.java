package dev.moim.calls.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.Registrations.Registration;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Letter;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Unreachable.Reason;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxDeliveryTest {

  private static final Owner MINJI = new Owner("license", "minji");
  private static final Dialect JSON = new Dialect("j");
  private static final Recipient OLD = new Recipient("old", JSON, MINJI.key(), false);

  private final RecordingSockets sockets = new RecordingSockets();
  private final VirtualTimers timers = new VirtualTimers(TestClock.at("2026-01-31T09:00:00Z"));
  private final OneMailbox mailbox = new OneMailbox();
  private final List<String> foundLost = new ArrayList<>();
  private String speaksForMinji = "old";
  private boolean open;
  private final MailboxDelivery delivery =
      new MailboxDelivery(
          mailbox, new OneRegistration(), sockets, timers, new PayloadsAsFrames(), this::found);

  @Test
  void whatALostSocketMissesIsKept() {
    delivery.missed(OLD, letter("one"), Reason.LOST);
    assertThat(mailbox.letters).containsExactly("one");
    assertThat(timers.waiting()).isEmpty();
    assertThat(foundLost).isEmpty();
  }

  @Test
  void aSocketFoundClosedIsReportedLost() {
    delivery.missed(OLD, letter("one"), Reason.CLOSED);
    assertThat(mailbox.letters).containsExactly("one");
    assertThat(foundLost).containsExactly("old");
  }

  @Test
  void aSocketThatIsOpenAllTheSameIsTriedAgain() {
    open = true;
    delivery.missed(OLD, letter("one"), Reason.CLOSED);
    assertThat(foundLost).isEmpty();
    pass(Duration.ofSeconds(2));

    assertThat(sockets.take("old")).containsExactly("one");
    assertThat(mailbox.letters).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aSlowSocketKeepsItsSeatAndIsTriedAgain() {
    sockets.stick("old");
    delivery.missed(OLD, letter("one"), Reason.SLOW);
    pass(Duration.ofSeconds(4));
    sockets.unstick("old");
    pass(Duration.ofSeconds(2));

    assertThat(sockets.take("old")).containsExactly("one");
    assertThat(mailbox.letters).isEmpty();
    assertThat(timers.waiting()).isEmpty();
    assertThat(foundLost).isEmpty();
  }

  @Test
  void whatIsKeptAfterAnotherSocketTookOverGoesThere() {
    speaksForMinji = "new";
    delivery.missed(OLD, letter("one"), Reason.LOST);
    pass(Duration.ZERO);
    assertThat(sockets.take("new")).containsExactly("one");
  }

  @Test
  void lettersAreDeliveredInOrder() {
    List.of("one", "two", "three").forEach(text -> mailbox.put(MINJI, letter(text)));
    drain("new");
    assertThat(sockets.take("new")).containsExactly("one", "two", "three");
    assertThat(mailbox.letters).isEmpty();
  }

  @Test
  void aSocketThatClosesMeanwhileLeavesTheRest() {
    List.of("one", "two").forEach(text -> mailbox.put(MINJI, letter(text)));
    sockets.close("new");
    drain("new");
    assertThat(mailbox.letters).containsExactly("one", "two");
    assertThat(foundLost).containsExactly("new");
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aLetterThatIsTooLongForAnySocketHoldsBackNoOther() {
    mailbox.put(MINJI, letter("x".repeat(128 * 1_024 + 1)));
    mailbox.put(MINJI, letter("two"));
    drain("new");
    assertThat(sockets.take("new")).containsExactly("two");
    assertThat(mailbox.letters).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  private boolean found(String connectionId) {
    return !open && foundLost.add(connectionId);
  }

  private static Letter letter(String payload) {
    return new Letter(payload, Instant.EPOCH);
  }

  private void drain(String connectionId) {
    delivery.drain(MailboxDelivery.drain(MINJI, connectionId), JSON);
  }

  private void pass(Duration time) {
    timers.pass(
        time,
        timer -> {
          assertThat(timer).extracting(Timer::kind).isEqualTo(MailboxDelivery.DRAIN);
          delivery.drain(timer, JSON);
        });
  }

  /** A mailbox of one user, in memory, that gives a page of two letters. */
  private static final class OneMailbox implements Mailbox {
    private final List<String> letters = new ArrayList<>();

    @Override
    public void put(Owner owner, Letter letter) {
      letters.add(letter.payload());
    }

    @Override
    public List<Kept> oldest(Owner owner) {
      return letters.stream().limit(2).map(letter -> new Kept(letter, letter)).toList();
    }

    @Override
    public void remove(Owner owner, List<Kept> gone) {
      gone.forEach(letter -> letters.remove(letter.payload()));
    }
  }

  private final class OneRegistration implements Registrations {
    @Override
    public Optional<Registration> findNow(Owner owner) {
      return Optional.of(new Registration(speaksForMinji, HashedSecret.of("token")));
    }

    @Override
    public Optional<Registration> claim(Owner owner, Registration holder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Owner owner, String oldConnectionId, Registration holder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean release(Owner owner, String connectionId) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class PayloadsAsFrames implements Framing {
    @Override
    public String payload(Message message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Message message(String payload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String frame(Dialect dialect, String payload) {
      return payload;
    }
  }
}
