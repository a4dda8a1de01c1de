package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Counts;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.local.function.Functions;
import dev.moim.local.time.VirtualTimeline;
import dev.moim.template.EventSource.StreamSource;
import dev.moim.template.Function;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of several shards, which DynamoDB Local makes only after hours. */
class ShardsTest {

  private static final StreamSource SOURCE =
      new StreamSource(
          "Things",
          true,
          new StreamSource.Batches(10, Duration.ZERO, 1),
          List.of(),
          new StreamSource.Retries(Optional.empty(), false, Optional.empty(), false),
          Optional.empty());

  private static final StreamSource LATEST =
      new StreamSource(
          "Things", false, SOURCE.batches(), List.of(), SOURCE.retries(), Optional.empty());

  private final ScriptedStream stream = new ScriptedStream();
  private final VirtualTimeline timeline = new VirtualTimeline(Instant.now());
  private final Checkpoints checkpoints = Checkpoints.inMemory();
  private final Functions functions =
      new Functions(
          List.of(
              new Function(
                  "Reader",
                  Script.class.getName(),
                  Map.of("SCRIPT", "Reader"),
                  Duration.ofMinutes(15),
                  128,
                  List.of(SOURCE))),
          environment -> environment,
          timeline,
          new Counts(),
          (function, failure) -> {});

  @BeforeEach
  void setUp() {
    Script.on("Reader", (event, context) -> Map.of());
  }

  @AfterEach
  void tearDown() {
    functions.stop();
  }

  @Test
  void aShardWaitsUntilTheOneItCameFromIsHandled() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Script.on(
        "Reader",
        (event, context) -> {
          release.await();
          return Map.of();
        });
    stream.shard("child", "parent").add("3").add("4");
    stream.shard("parent", null).add("1").add("2").close();
    try (StreamPump pump = pump(SOURCE)) {
      assertThat(numbers(Script.event("Reader"))).containsExactly("1", "2");
      Patience.until("the parent's end", () -> stream.isReadToItsEnd("parent"));
      assertThat(stream.isAskedFor("child")).isFalse();
      assertThat(pump.isUp()).isTrue();
      release.countDown();
      assertThat(numbers(Script.event("Reader"))).containsExactly("3", "4");
      Patience.until(
          "a checkpoint", () -> checkpoints.of("Reader arn child").equals(Optional.of("4")));
    }
  }

  @Test
  void aShardWhoseParentIsForgottenIsReadAtOnce() throws Exception {
    stream.shard("child", "long gone").add("3");
    try (StreamPump pump = pump(SOURCE)) {
      assertThat(numbers(Script.event("Reader"))).containsExactly("3");
      assertThat(pump.isUp()).isTrue();
    }
  }

  @Test
  void anExpiredPlaceIsFoundAgain() throws Exception {
    stream.shard("only", null).add("1");
    try (StreamPump pump = pump(SOURCE)) {
      assertThat(numbers(Script.event("Reader"))).containsExactly("1");
      stream.expireIterators();
      stream.shard("only", null).add("2");
      assertThat(numbers(Script.event("Reader"))).containsExactly("2");
      assertThat(pump.isUp()).isTrue();
    }
  }

  @Test
  void whoIsToBeginWithTheLatestPassesOverWhatIsThere() throws Exception {
    stream.shard("parent", null).add("1").close();
    stream.shard("child", "parent").add("2").add("3");
    try (StreamPump pump = pump(LATEST)) {
      assertThat(checkpoints.of("Reader arn parent")).contains("1");
      assertThat(checkpoints.of("Reader arn child")).contains("3");
      stream.shard("child", "parent").add("4");
      assertThat(numbers(Script.event("Reader"))).containsExactly("4");
      assertThat(pump.isUp()).isTrue();
    }
  }

  /** What was written while nobody read is no more old than what comes. */
  @Test
  void whoHasReadBeforeBeginsWhereItStoodAndNotWithTheLatest() throws Exception {
    stream.shard("parent", null).add("1").add("2").close();
    stream.shard("child", "parent").add("3");
    checkpoints.set("Reader arn parent", "1");
    try (StreamPump pump = pump(LATEST)) {
      assertThat(numbers(Script.event("Reader"))).containsExactly("2");
      assertThat(numbers(Script.event("Reader"))).containsExactly("3");
      assertThat(pump.isUp()).isTrue();
    }
  }

  @Test
  void readingGoesOnWhereItStood() throws Exception {
    stream.shard("only", null).add("1").add("2");
    checkpoints.set("Reader arn only", "1");
    try (StreamPump pump = pump(SOURCE)) {
      assertThat(numbers(Script.event("Reader"))).containsExactly("2");
      assertThat(pump.isUp()).isTrue();
    }
  }

  @Test
  void aStreamThatCannotBeReadIsDownUntilItCan() throws Exception {
    stream.shard("only", null).add("1");
    try (StreamPump pump = pump(SOURCE)) {
      Script.event("Reader");
      stream.fail(true);
      Patience.until("down", () -> !pump.isUp());
      stream.shard("only", null).add("2");
      stream.fail(false);
      assertThat(numbers(Script.event("Reader"))).containsExactly("2");
      Patience.until("up", pump::isUp);
    }
  }

  private StreamPump pump(StreamSource source) {
    return new StreamPump(
        new Subscriber("Reader", source),
        new Services(
            stream.tables(),
            stream,
            Optional.empty(),
            functions,
            timeline,
            checkpoints,
            Deliveries.PROMPT));
  }

  private static List<String> numbers(JsonNode event) {
    return StreamCloud.numbers(event);
  }
}
