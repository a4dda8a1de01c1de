package dev.moim.local.stream;

import static dev.moim.local.stream.StreamCloud.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.local.GatewayOptions;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Late and twice, as AWS may. */
class DeliveriesTest {

  @Test
  void promptIsNeitherLateNorTwice() {
    assertThat(Deliveries.PROMPT.delay()).isZero();
    assertThat(Deliveries.PROMPT.repeats()).isZero();
  }

  @Test
  void drawsFromTheWholeRange() {
    Deliveries deliveries = Deliveries.of(Duration.ofMillis(20), 30, new Random(1));
    List<Long> millis =
        IntStream.range(0, 2_000).mapToObj(n -> deliveries.delay().toMillis()).toList();
    assertThat(millis).contains(0L, 20L).allMatch(wait -> wait <= 20);
    List<Integer> repeats = IntStream.range(0, 10_000).mapToObj(n -> deliveries.repeats()).toList();
    assertThat(repeats).contains(1, 2).allMatch(count -> count <= 2);
    assertThat(repeats.stream().filter(count -> count > 0).count()).isBetween(2_800L, 3_200L);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Deliveries.of(Duration.ofMinutes(2), 0, new Random()))
        .hasMessage("late is from 0 to 60000");
    assertThatThrownBy(() -> Deliveries.of(Duration.ZERO, 101, new Random()))
        .hasMessage("twice is from 0 to 100");
  }

  /** The batch before comes again with it, so an old record may follow a newer one. */
  @Test
  void handledBatchesComeAgainBehindTheOneBeforeThem() throws Exception {
    // Of 100 draws below 100 any is below 100; the second draw takes both batches.
    Deliveries twice = new Deliveries(Duration.ZERO, 100, bound -> bound - 1);
    try (StreamCloud cloud = cloud(twice)) {
      Script.on("Things", (event, context) -> Map.of());
      cloud.put("Things", "a", "new");
      assertThat(ids(Script.event("Things"))).containsExactly("a");
      assertThat(ids(Script.event("Things"))).containsExactly("a");
      cloud.put("Things", "b", "new");
      assertThat(ids(Script.event("Things"))).containsExactly("b");
      assertThat(ids(Script.event("Things"))).containsExactly("a");
      assertThat(ids(Script.event("Things"))).containsExactly("b");
    }
  }

  @Test
  void lateBatchesWait() throws Exception {
    Deliveries late = new Deliveries(Duration.ofSeconds(10), 0, bound -> bound - 1);
    try (StreamCloud cloud = cloud(late)) {
      Script.on("Things", (event, context) -> Map.of());
      cloud.put("Things", "a", "new");
      var timeline = cloud.cloud().timeline();
      Patience.until("a delay", () -> timeline.pending(Duration.ofSeconds(10)) > 0);
      timeline.advance(Duration.ofMillis(9_999));
      assertThat(Script.unseen("Things")).isEmpty();
      timeline.advance(Duration.ofMillis(1));
      assertThat(ids(Script.event("Things"))).containsExactly("a");
    }
  }

  private static StreamCloud cloud(Deliveries deliveries) {
    return StreamCloud.start(
        GatewayOptions.DEFAULTS.deliveries(deliveries),
        StreamCloud.reader("Things", "BatchSize: 9"));
  }
}
