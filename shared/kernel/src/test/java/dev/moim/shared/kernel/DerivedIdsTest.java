package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {

  /** The last moment whose numbers fit: in the year 2248. */
  private static final long LAST = (1L << 43) - 1;

  @Test
  void areTheSameForTheSameThing() {
    assertThat(DerivedIds.base62(10, "license", "room"))
        .isEqualTo(DerivedIds.base62(10, "license", "room"))
        .matches("[0-9A-Za-z]{10}")
        .isNotEqualTo(DerivedIds.base62(10, "licenser", "oom"));
    assertThat(DerivedIds.numeric(1_000, "room")).isEqualTo(DerivedIds.numeric(1_000, "room"));
  }

  @Test
  void differForDifferentThings() {
    assertThat(
            IntStream.range(0, 2_000)
                .mapToObj(i -> DerivedIds.base62(10, "room" + i))
                .collect(Collectors.toSet()))
        .hasSize(2_000);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(i -> DerivedIds.numeric(5, "room" + i))
                .collect(Collectors.toSet()))
        .hasSize(20);
  }

  @Property
  void numbersGrowWithTimeAndFitIntoADouble(
      @ForAll @LongRange(max = LAST) long one, @ForAll @LongRange(max = LAST) long other) {
    long first = Long.parseLong(DerivedIds.numeric(Math.min(one, other), "a"));
    long second = Long.parseLong(DerivedIds.numeric(Math.max(one, other), "b"));

    assertThat(second).isBetween(0L, (1L << 53) - 1);
    if (Math.abs(one - other) >= 1_024) {
      assertThat(first).isLessThan(second);
    }
  }

  @Test
  void numbersFitUntilTheYear2248() {
    assertThat(Instant.ofEpochMilli(LAST))
        .isBetween("2248-01-01T00:00:00Z", "2249-01-01T00:00:00Z");
  }
}
