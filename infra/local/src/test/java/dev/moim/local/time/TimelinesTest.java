package dev.moim.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.Patience;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimelinesTest {

  @Test
  void virtualTimeRunsWhatFallsDueInOrder() {
    VirtualTimeline timeline = new VirtualTimeline(Instant.EPOCH);
    List<String> ran = new ArrayList<>();
    timeline.after(Duration.ofSeconds(2), () -> ran.add("b at " + timeline.now()));
    timeline.after(
        Duration.ofSeconds(1),
        () -> timeline.after(Duration.ofSeconds(2), () -> ran.add("c at " + timeline.now())));
    timeline.after(Duration.ofSeconds(2), () -> ran.add("b again"));
    timeline.after(Duration.ofSeconds(9), () -> ran.add("never"));
    timeline.after(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
    assertThat(timeline.pending()).isEqualTo(4);
    assertThat(timeline.pending(Duration.ofSeconds(2))).isEqualTo(3);
    timeline.advance(Duration.ofSeconds(5));
    assertThat(timeline.pending()).isEqualTo(1);
    assertThat(ran)
        .containsExactly("b at 1970-01-01T00:00:02Z", "b again", "c at 1970-01-01T00:00:03Z");
    assertThat(timeline.now()).isEqualTo(Instant.EPOCH.plusSeconds(5));
  }

  /** A socket's two hours would keep it, and everything it holds, long after it closed. */
  @Test
  void systemTimeForgetsWhatIsCancelled() throws Exception {
    try (SystemTimeline timeline = new SystemTimeline()) {
      WeakReference<Object> forgotten = new WeakReference<>(cancelledOn(timeline));
      Patience.until(
          "the action is garbage",
          () -> {
            System.gc();
            return forgotten.get() == null;
          });
    }
  }

  private static Object cancelledOn(Timeline timeline) {
    List<String> held = new ArrayList<>();
    timeline.after(Duration.ofHours(2), () -> held.add("ran")).cancel();
    return held;
  }

  @Test
  void systemTimePasses() throws InterruptedException {
    try (SystemTimeline timeline = new SystemTimeline()) {
      CountDownLatch ran = new CountDownLatch(1);
      CountDownLatch cancelled = new CountDownLatch(1);
      timeline.after(Duration.ofMillis(500), cancelled::countDown).cancel();
      Instant start = timeline.now();
      timeline.after(Duration.ofMillis(700), ran::countDown);
      assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(timeline.now()).isAfterOrEqualTo(start.plusMillis(700));
      assertThat(cancelled.getCount()).isEqualTo(1);
    }
  }
}
