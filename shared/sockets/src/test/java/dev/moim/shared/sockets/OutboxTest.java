package dev.moim.shared.sockets;

import static dev.moim.shared.sockets.TestFamily.JSON;
import static dev.moim.shared.sockets.TestFamily.SOCKET_IO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Unreachable.Reason;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Duration RETRY = Duration.ofSeconds(2);

  /** Whoever was given up, with what and why. */
  private record Missed(Recipient to, String payload, Reason reason) {}

  private final RecordingSockets sockets = new RecordingSockets();
  private final VirtualTimers timers = new VirtualTimers(TestClock.at("2026-01-31T09:00:00Z"));
  private final ConcurrentLinkedQueue<Missed> missed = new ConcurrentLinkedQueue<>();

  /** What is so by now, by what was told. */
  private final Map<String, List<Message>> late = new HashMap<>();

  private final Outbox outbox =
      outbox((to, letter, reason) -> missed.add(new Missed(to, letter.payload(), reason)));

  private final Recipient a = Recipient.of("a", JSON);
  private final Recipient b = new Recipient("b", SOCKET_IO, "mailbox of b", false);

  private Outbox outbox(Unreachable unreachable) {
    return new Outbox(sockets, timers, TestFamily.FRAMING, unreachable, Clock.systemUTC());
  }

  private static Notice notice(String name, Recipient... to) {
    return new Notice(List.of(to), Message.of(name));
  }

  @Test
  void everyoneHearsEverythingInOrderAndInTheirDialect() {
    outbox.send(List.of(notice("one", a, b), notice("two", b), notice("three", b, a)));

    assertThat(sockets.take("a")).containsExactly("j[one{}]", "j[three{}]");
    assertThat(sockets.take("b")).containsExactly("s[one{}]", "s[two{}]", "s[three{}]");
    assertThat(missed).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void countsWhatIsPostedAndTimesItOnce() {
    Measures measures = new Measures();
    Recipient lost = new Recipient("c", JSON, "mailbox of c", true);
    measures.during(() -> {
      outbox.send(List.of(notice("one", a, b, lost), notice("two", b)));
      outbox.send(List.of(notice("three")));
      return "";
    });

    assertThat(measures.sums()).containsOnlyKeys(Metric.POSTS, Metric.FAN_OUT);
    assertThat(measures.sums()).containsEntry(Metric.POSTS, 3.0);
  }

  @Test
  void nothingIsPostedToNobody() {
    outbox.send(List.of());
    outbox.send(List.of(notice("one")));
    assertThat(sockets.takePosts()).isZero();
  }

  @Test
  void aMessageIsWrittenOnceHoweverManyAreTold() {
    AtomicInteger written = new AtomicInteger();
    Framing counting =
        new Framing() {
          @Override
          public String payload(Message message) {
            written.incrementAndGet();
            return TestFamily.FRAMING.payload(message);
          }

          @Override
          public Message message(String payload) {
            return TestFamily.FRAMING.message(payload);
          }

          @Override
          public String frame(Dialect dialect, String payload) {
            return TestFamily.FRAMING.frame(dialect, payload);
          }
        };
    new Outbox(sockets, timers, counting, (to, letter, reason) -> {}, Clock.systemUTC())
        .send(List.of(notice("one", a, b, Recipient.of("c", JSON))));

    assertThat(written).hasValue(1);
    assertThat(sockets.takePosts()).isEqualTo(3);
  }

  @Test
  void aSlowSocketDelaysNoOther() {
    CountDownLatch othersTold = new CountDownLatch(2);
    Sockets slow =
        new Sockets() {
          @Override
          public Posted post(String connectionId, String text) {
            if (!connectionId.equals("a")) {
              othersTold.countDown();
              return Posted.DELIVERED;
            }
            try {
              return othersTold.await(30, TimeUnit.SECONDS) ? Posted.DELIVERED : Posted.UNKNOWN;
            } catch (InterruptedException stopped) {
              throw new IllegalStateException(stopped);
            }
          }

          @Override
          public boolean isOpen(String connectionId) {
            return true;
          }

          @Override
          public void close(String connectionId) {}
        };
    new Outbox(slow, timers, TestFamily.FRAMING, (to, letter, reason) -> {}, Clock.systemUTC())
        .send(List.of(notice("one", a, b, Recipient.of("c", JSON))));

    assertThat(timers.waiting()).as("the slow one was answered as well").isEmpty();
  }

  @Test
  void toALostSocketNothingIsPosted() {
    Recipient lost = new Recipient("b", SOCKET_IO, "mailbox of b", true);
    outbox.send(List.of(notice("one", lost), notice("two", lost, a)));

    assertThat(missed)
        .containsExactly(
            new Missed(lost, "one{}", Reason.LOST), new Missed(lost, "two{}", Reason.LOST));
    assertThat(sockets.takePosts()).isEqualTo(1);
  }

  @Test
  void aClosedSocketIsReportedAndNotTriedAgain() {
    sockets.close("b");
    outbox.send(List.of(notice("one", b)));

    assertThat(missed).containsExactly(new Missed(b, "one{}", Reason.CLOSED));
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aPostWithoutAnAnswerIsRepeatedOnceAfterTwoSeconds() {
    sockets.stick("b");
    outbox.send(List.of(notice("one", b), notice("two", a)));
    sockets.unstick("b");
    assertThat(sockets.take("a")).hasSize(1);

    timers.pass(RETRY.minusMillis(1), this::fire);
    assertThat(sockets.take("b")).isEmpty();
    timers.pass(Duration.ofMillis(1), this::fire);

    assertThat(sockets.take("b")).containsExactly("s[one{}]");
    assertThat(missed).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aRepetitionTellsWhatIsSoByThen() {
    sockets.stick("b");
    outbox.send(List.of(notice("muted", b), notice("left", b), notice("said", b)));
    sockets.unstick("b");
    late.put("muted", List.of(Message.of("heard"), Message.of("seen")));
    late.put("left", List.of());
    timers.pass(RETRY, this::fire);

    assertThat(sockets.take("b")).containsExactlyInAnyOrder("s[heard{}]", "s[seen{}]", "s[said{}]");
  }

  @Test
  void aSecondPostWithoutAnAnswerIsGivenUpAsSlow() {
    sockets.stick("b");
    outbox.send(List.of(notice("one", b)));
    timers.pass(RETRY, this::fire);

    assertThat(missed).containsExactly(new Missed(b, "one{}", Reason.SLOW));
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aSocketThatClosesBeforeTheSecondPostIsReportedClosed() {
    sockets.stick("b");
    outbox.send(List.of(notice("one", b)));
    sockets.close("b");
    timers.pass(RETRY, this::fire);

    assertThat(missed).containsExactly(new Missed(b, "one{}", Reason.CLOSED));
  }

  @Test
  void whatIsTooLongForAnySocketIsDroppedAtOnce() {
    Message tooLong = new Message("one", Map.of("text", "x".repeat(128 * 1_024)));
    outbox.send(List.of(Notice.to(a, tooLong), notice("two", a)));

    assertThat(sockets.take("a")).containsExactly("j[two{}]");
    assertThat(missed).isEmpty();
    assertThat(timers.waiting()).isEmpty();
  }

  @Test
  void aFailureToKeepAMessageIsThrownOnceTheOthersWereTold() {
    Outbox failing =
        outbox((to, letter, reason) -> {
          throw new IllegalStateException("no table for " + to.mailbox());
        });
    sockets.close("b");

    assertThatThrownBy(() -> failing.send(List.of(notice("one", b))))
        .hasMessageContaining("no table for mailbox of b");
    assertThatThrownBy(() -> failing.send(List.of(notice("two", b, a))))
        .hasMessageContaining("no table for mailbox of b");
    assertThat(sockets.take("a")).containsExactly("j[two{}]");
  }

  @Test
  void lettingGoReportsOnlyClosedSockets() {
    Unreachable lettingGo = Unreachable.lettingGo(timers);
    lettingGo.missed(b, new Letter("one{}", Instant.EPOCH), Reason.LOST);
    lettingGo.missed(b, new Letter("one{}", Instant.EPOCH), Reason.SLOW);
    assertThat(timers.waiting()).isEmpty();

    lettingGo.missed(b, new Letter("one{}", Instant.EPOCH), Reason.CLOSED);
    assertThat(timers.waiting())
        .containsExactly(new Timer(Unreachable.CLOSED_TIMER, Map.of("connectionId", "b")));
  }

  private void fire(Timer timer) {
    assertThat(timer.kind()).isEqualTo(Outbox.RETRY);
    outbox.retry(timer, (to, told, at) -> late.getOrDefault(told.name(), List.of(told)));
  }
}
