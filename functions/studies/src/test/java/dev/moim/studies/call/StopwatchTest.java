package dev.moim.studies.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whichever of several switches a function sees first, the one asked for last stands. */
class StopwatchTest {

  @Test
  void anOlderSwitchDoesNotUndoANewerOne() {
    Stopwatch muted = Stopwatch.NEW.switched(true, at(20)).switched(false, at(10));
    assertThat(muted.runs()).isTrue();

    Stopwatch unmuted = muted.switched(false, at(30)).switched(true, at(25));
    assertThat(unmuted.runs()).isFalse();
    assertThat(unmuted.at(at(100))).as("counted from 20 to 30").isEqualTo(10);
  }

  @Test
  void ofThreeInOneBreathTheLastOneStandsInAnyOrder() {
    long[][] orders = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
    for (long[] order : orders) {
      Stopwatch watch = Stopwatch.NEW;
      for (long time : order) {
        watch = watch.switched(time != 2, at(time));
      }
      assertThat(watch.runs()).as("on, off, on").isTrue();
    }
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
