package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Unreachable.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of a thousand recipients ten are gone and ten answer nothing: that delays nobody. */
class ManySendsTest {

  private final Map<String, Integer> delivered = new ConcurrentHashMap<>();
  private final Queue<String> missed = new ConcurrentLinkedQueue<>();
  private final Queue<String> repeated = new ConcurrentLinkedQueue<>();

  /** Never counted down: whoever waits for it waits until interrupted. */
  private final CountDownLatch never = new CountDownLatch(1);

  private final Sockets sockets =
      new Sockets() {
        @Override
        public Posted post(String connectionId, String text) {
          if (connectionId.startsWith("gone")) {
            return Posted.GONE;
          }
          if (connectionId.startsWith("slow")) {
            return afterEver();
          }
          delivered.merge(connectionId, 1, Integer::sum);
          return Posted.DELIVERED;
        }

        private Posted afterEver() {
          try {
            never.await();
            return Posted.DELIVERED;
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Posted.UNKNOWN;
          }
        }

        @Override
        public boolean isOpen(String connectionId) {
          return true;
        }

        @Override
        public void close(String connectionId) {
          throw new AssertionError("nothing is closed here");
        }
      };

  private final Timers timers =
      (timer, delay) -> {
        assertThat(Thread.currentThread().isInterrupted()).as("what it asks would fail").isFalse();
        assertThat(delay).isEqualTo(Duration.ofSeconds(2));
        repeated.add(timer.get("connectionId") + " " + timer.get("payload"));
      };

  @Test
  @Timeout(60)
  void theSlowAreLeftToATimerAndTheGoneToTheirMailboxes() {
    outbox().send(List.of(notice("first", 1_000), notice("second", 1_000)));

    assertThat(delivered).hasSize(980).allSatisfy((id, posts) -> assertThat(posts).isEqualTo(2));
    assertThat(missed).hasSize(20).allMatch(it -> it.startsWith("gone"));
    assertThat(repeated)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> Stream.of("slow" + i + " first{}", "slow" + i + " second{}"))
                .toList());
  }

  private Outbox outbox() {
    return new Outbox(
        sockets,
        timers,
        TestFamily.FRAMING,
        (to, letter, reason) -> {
          assertThat(reason).isEqualTo(Reason.CLOSED);
          missed.add(to.connectionId());
        },
        Clock.systemUTC());
  }

  private static Notice notice(String name, int recipients) {
    return new Notice(
        IntStream.range(0, recipients).mapToObj(ManySendsTest::recipient).toList(),
        Message.of(name));
  }

  private static Recipient recipient(int i) {
    String kind = i < 10 ? "gone" : i < 20 ? "slow" : "well";
    int number = i < 10 ? i : i < 20 ? i - 10 : i;
    return Recipient.of(kind + number, TestFamily.JSON);
  }
}
