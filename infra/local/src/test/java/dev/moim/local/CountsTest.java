package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "32768, 1", "32769, 2", "65536, 2", "131072, 4"})
  void messagesAreMeteredPer32Kilobytes(int bytes, int messages) {
    assertThat(Counts.metered(bytes)).isEqualTo(messages);
  }

  @Test
  void resetStartsFromNothing() {
    Counts counts = new Counts();
    counts.invoked("A");
    counts.received(1);
    counts.sent(1);
    counts.posted();
    assertThat(counts.snapshot()).isEqualTo(new Counts.Snapshot(1, Map.of("A", 1L), 1, 1, 1));
    assertThat(counts.snapshot().messages()).isEqualTo(2);
    assertThat(counts.snapshot().invocations("B")).isZero();
    counts.reset();
    assertThat(counts.snapshot()).isEqualTo(new Counts.Snapshot(1, Map.of(), 0, 0, 0));
  }
}
