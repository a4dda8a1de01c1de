package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDelaysTest {

  @Test
  void noneIsNoDelayAtAll() {
    assertThat(FrameDelays.NONE.next()).isZero();
    assertThat(FrameDelays.NONE.isNone()).isTrue();
    assertThat(FrameDelays.of(Duration.ofMillis(0), 1, new Random()).isNone()).isFalse();
  }

  @Test
  void shuffledFramesWaitEveryTimeUpToTheLimit() {
    FrameDelays delays = FrameDelays.of(Duration.ofMillis(20), 0, new Random(1));
    List<Long> millis = sample(delays::next, 2_000);
    assertThat(millis).contains(0L, 10L, 20L).allMatch(wait -> wait <= 20);
    assertThat(millis.stream().distinct()).hasSize(21);
  }

  @Test
  void oneInTenMeetsAColdStartOnTop() {
    FrameDelays delays = FrameDelays.of(Duration.ofMillis(200), 10, new Random(2));
    List<Long> millis = sample(delays::next, 10_000);
    long cold = millis.stream().filter(wait -> wait > 200).count();
    assertThat(cold).isBetween(850L, 1_150L);
    assertThat(millis).allMatch(wait -> wait <= 200 || wait >= 400 && wait <= 1_100);
  }

  @Test
  void drawsAreAddedUp() {
    Queue<Integer> draws = new ArrayDeque<>(List.of(150, 9, 100, 30, 10));
    FrameDelays delays = new FrameDelays(Duration.ofMillis(200), 10, bound -> draws.remove());
    assertThat(delays.next()).isEqualTo(Duration.ofMillis(150 + 400 + 100));
    assertThat(delays.next()).isEqualTo(Duration.ofMillis(30));
    assertThat(draws).isEmpty();
  }

  @Test
  void sameSeedGivesTheSameDelays() {
    FrameDelays one = FrameDelays.of(Duration.ofMillis(200), 10, new Random(3));
    FrameDelays other = FrameDelays.of(Duration.ofMillis(200), 10, new Random(3));
    assertThat(sample(one::next, 100)).isEqualTo(sample(other::next, 100));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, shuffle", "10001, 0, shuffle", "0, -1, cold", "0, 101, cold"})
  void numbersOutOfRangeAreNamed(int shuffle, int cold, String named) {
    assertThatThrownBy(() -> FrameDelays.of(Duration.ofMillis(shuffle), cold, new Random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  private static List<Long> sample(Supplier<Duration> delays, int count) {
    return Stream.generate(delays).limit(count).map(Duration::toMillis).toList();
  }
}
