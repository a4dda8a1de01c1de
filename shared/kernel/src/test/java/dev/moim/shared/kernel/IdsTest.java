package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

  /** The last millisecond that nine digits can write. */
  private static final long LAST = 101_559_956_668_415L;

  private static String at(long millis) {
    return Ids.timeOrdered(Instant.ofEpochMilli(millis));
  }

  @Test
  void drawsFromItsAlphabet() {
    assertThat(Ids.digits(500)).matches("[0-9]{500}");
    assertThat(Ids.base36(500)).matches("[0-9a-z]{500}");
    assertThat(Ids.base62(500)).matches("[0-9A-Za-z]{500}");
  }

  @Test
  void usesItsWholeAlphabet() {
    assertThat(Ids.base62(5_000).chars().distinct().count()).isEqualTo(62);
  }

  @Test
  void anIdThatIsTakenIsDrawnAnew() {
    Iterator<String> drawn = List.of("taken", "free", "never drawn").iterator();

    assertThat(Ids.untaken(drawn::next, id -> !id.equals("taken"))).contains("free");
    assertThat(drawn.next()).isEqualTo("never drawn");
  }

  @Test
  void drawingEndsWhereEveryIdIsTaken() {
    List<String> taken = new ArrayList<>();

    assertThat(Ids.untaken(() -> "taken", id -> !taken.add(id))).isEmpty();
    assertThat(taken).hasSize(8);
  }

  @Test
  void drawsAnotherEachTime() {
    assertThat(IntStream.range(0, 2_000).mapToObj(i -> Ids.base62(22)).collect(Collectors.toSet()))
        .hasSize(2_000);
    assertThat(IntStream.range(0, 2_000).mapToObj(i -> at(0)).collect(Collectors.toSet()))
        .hasSize(2_000);
  }

  @Property
  void laterIdsSortBehind(
      @ForAll @LongRange(max = LAST) long one, @ForAll @LongRange(max = LAST) long other) {
    assertThat(at(one)).hasSize(17);
    assertThat(Integer.signum(at(one).substring(0, 9).compareTo(at(other).substring(0, 9))))
        .isEqualTo(Long.compare(one, other));
  }

  @Test
  void lastsUntilTheYear5188() {
    assertThat(at(LAST)).startsWith("zzzzzzzzz").hasSize(17);
    assertThat(Instant.ofEpochMilli(LAST))
        .isBetween("5188-01-01T00:00:00Z", "5189-01-01T00:00:00Z");
  }
}
