package dev.moim.shared.sockets.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.stomp.dynamodb.DynamoPieces;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.testkit.memory.MemoryDynamo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class FrameStreamTest {

  private static final Instant T0 = Instant.parse("2026-01-31T09:00:00Z");
  private static final String BODY = "가나다라마바사".repeat(20);
  private static final String SEND =
      "SEND\ndestination:/pub/chat/message\ncontent-length:"
          + BODY.length() * 3
          + "\n\n"
          + BODY
          + "\0";

  private final Pieces pieces =
      new DynamoPieces(
          new MemoryDynamo(Map.of("connections", List.of("id")), request -> {}),
          "connections",
          Clock.fixed(T0, ZoneOffset.UTC));
  private final List<Duration> waits = new ArrayList<>();
  private Consumer<Duration> meanwhile = wait -> {};
  private final FrameStream stream =
      new FrameStream(
          pieces,
          wait -> {
            waits.add(wait);
            meanwhile.accept(wait);
          });

  private List<StompFrame> read(long millis, String text) {
    Sender sender =
        new Sender("c1", StompDialect.ofConnection(), T0.plusMillis(millis), Duration.ofHours(1));
    return stream.read(sender, text);
  }

  @Test
  void readsWholeFramesWithoutKeepingAnything() {
    assertThat(read(0, SEND + "\n" + SEND)).hasSize(2);
    assertThat(read(1, "\n")).isEmpty();
    assertThat(pieces.find("c1")).isEmpty();
    assertThat(waits).isEmpty();
  }

  @Test
  void makesOneFrameOfThreePiecesOfOneMillisecondInAnyOrder() {
    for (List<Integer> order :
        List.of(List.of(0, 1, 2), List.of(2, 0, 1), List.of(1, 2, 0), List.of(2, 1, 0))) {
      List<String> parts =
          List.of(SEND.substring(0, 80), SEND.substring(80, 120), SEND.substring(120));
      assertThat(deliver(parts, order, at -> 0)).isEqualTo(List.of(BODY));
      assertThat(pieces.find("c1")).isEmpty();
    }
  }

  @Test
  void putsManyPiecesInTheOrderOfTheirTimes() {
    Random random = new Random(7);
    for (int run = 0; run < 50; run++) {
      List<String> parts = new ArrayList<>();
      for (int at = 0; at < SEND.length(); at += 60) {
        parts.add(SEND.substring(at, Math.min(SEND.length(), at + 60)));
      }
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      assertThat(deliver(parts, order, at -> at)).isEqualTo(List.of(BODY));
    }
  }

  /** While a headless piece waits, the next ones of the order arrive, as in other functions. */
  private List<String> deliver(List<String> parts, List<Integer> order, IntUnaryOperator time) {
    List<Integer> left = new ArrayList<>(order);
    List<String> bodies = new ArrayList<>();
    meanwhile =
        wait -> {
          if (!left.isEmpty()) {
            next(parts, left, time, bodies);
          }
        };
    while (!left.isEmpty()) {
      next(parts, left, time, bodies);
    }
    return bodies;
  }

  private void next(
      List<String> parts, List<Integer> left, IntUnaryOperator time, List<String> bodies) {
    int part = left.removeFirst();
    read(time.applyAsInt(part), parts.get(part)).forEach(frame -> bodies.add(frame.body()));
  }

  @Test
  void keepsTheBeginningOfTheNextFrame() {
    assertThat(read(0, SEND.substring(0, 90))).isEmpty();
    assertThat(read(1, SEND.substring(90) + SEND.substring(0, 100))).hasSize(1);
    assertThat(read(2, SEND.substring(100))).hasSize(1);
    assertThat(pieces.find("c1")).isEmpty();
  }

  @Test
  void readsHeadersThatAreSplit() {
    assertThat(read(0, "CONNECT\naccept-ver")).isEmpty();
    assertThat(read(5, "sion:1.2\n\n\0"))
        .singleElement()
        .satisfies(frame -> assertThat(frame.written("accept-version")).contains("1.2"));
  }

  @Test
  void waitsAMomentForTheBeginningOfWhatIsNone() {
    assertThatThrownBy(() -> read(0, "not STOMP at all"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a frame begins with a command of STOMP");
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(1_500));
    assertThat(pieces.find("c1")).isEmpty();
  }

  @Test
  void refusesABrokenBeginningAtOnce() {
    assertThatThrownBy(() -> read(0, "SEND\nno header\n\n\0"))
        .isInstanceOf(MalformedException.class);
    assertThat(waits).isEmpty();
  }

  @Test
  void boundsHowLongAFrameMayBeAltogether() {
    String piece = "a".repeat(8_192);
    read(0, "SEND\ncontent-length:99999\n\n");
    for (int i = 1; i <= 3; i++) {
      assertThat(read(i, piece)).isEmpty();
    }
    assertThatThrownBy(() -> read(4, piece)).isInstanceOf(MalformedException.class);
  }

  @Test
  void boundsHowManyPiecesAFrameMayHave() {
    read(0, "SEND\ncontent-length:99999\n\n");
    for (int i = 1; i < Pieces.MOST; i++) {
      assertThat(read(i, "a".repeat(i))).isEmpty();
    }
    assertThatThrownBy(() -> read(99, "a")).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesWhatIsNotFinishedInTime() {
    read(0, SEND.substring(0, 90));
    assertThatThrownBy(() -> read(31_000, SEND.substring(90)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a frame was not finished in time");
  }

  @Test
  void refusesPiecesWhoseOrderNobodyKnows() {
    read(0, SEND.substring(0, 90));
    read(3, SEND.substring(90, 100));
    assertThatThrownBy(() -> read(3, SEND.substring(100, 120)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("pieces of one millisecond have no order");
  }
}
