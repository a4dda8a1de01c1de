package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private enum Code implements ErrorCode {
    FULL,
    CLOSED;

    @Override
    public String message() {
      return "no";
    }
  }

  private final Measures measures = new Measures();

  @Test
  void sumsWhatOneRunCounts() {
    String answer =
        measures.during(() -> {
          Measures.count(Metric.POSTS, 3);
          Measures.count(Metric.POSTS, 4);
          Measures.count(Metric.JOINS, 0);
          return "answer";
        });

    assertThat(answer).isEqualTo("answer");
    assertThat(measures.sums()).isEqualTo(Map.of(Metric.POSTS, 7.0));
    assertThat(measures.refusal()).isEmpty();
  }

  @Test
  void timesInMilliseconds() {
    measures.during(() -> {
      Measures.took(Metric.FAN_OUT, System.nanoTime() - 5_000_000);
      return "";
    });

    assertThat(measures.sums().get(Metric.FAN_OUT)).isBetween(5.0, 5_000.0);
  }

  @Test
  void keepsTheLatestCodeOfRefusals() {
    measures.during(() -> {
      Measures.refused(Code.CLOSED);
      Measures.refused(Code.FULL);
      return "";
    });

    assertThat(measures.sums()).isEqualTo(Map.of(Metric.REFUSALS, 2.0));
    assertThat(measures.refusal()).contains("FULL");
  }

  @Test
  void oneRunHearsNothingOfAnother() {
    Measures other = new Measures();
    measures.during(() ->
        other.during(() -> {
          Measures.count(Metric.JOINS, 1);
          return "";
        }));
    Measures.count(Metric.JOINS, 1);
    Measures.refused(Code.FULL);

    assertThat(measures.sums()).isEmpty();
    assertThat(other.sums()).isEqualTo(Map.of(Metric.JOINS, 1.0));
    assertThat(other.refusal()).isEmpty();
  }
}
