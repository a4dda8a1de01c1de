package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bursts of one client, handled side by side and in any order, arrive as they were meant. */
class RelayOrderTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client a;
  private Client b;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    world.waitForReal();
    a = world.user("a");
    b = world.user("b");
    a.create("r1", "capacity", 2);
    a.join("r1");
    b.join("r1");
    a.received();
    b.received();
  }

  @Tag("slow")
  @RepeatedTest(12)
  void candidatesFollowTheirDescriptionHoweverTheirFramesOvertakeEachOther(
      RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    world.sockets.delayPosts(() -> Duration.ofMillis(ThreadLocalRandom.current().nextInt(15)));
    List<Callable<Object>> burst = new ArrayList<>();
    int versions = 1 + random.nextInt(2);
    for (int version = 2; version < 2 + versions; version++) {
      Map<String, String> offer = offer("1", version, "frag" + version);
      burst.add(() -> a.send("sdp", "roomId", "r1", "target", "b", "sdp", offer));
    }
    for (int i = 0; i < 8; i++) {
      Object candidate = candidate(i, "frag" + (2 + random.nextInt(versions)), random);
      burst.add(() -> a.send("candidate", "roomId", "r1", "target", "b", "candidate", candidate));
    }
    Collections.shuffle(burst, random);
    try (var sideBySide = Executors.newFixedThreadPool(burst.size())) {
      for (var done : sideBySide.invokeAll(burst)) {
        done.get();
      }
    }
    world.clock.advance(RelayInOrder.LONGEST_WAIT);
    world.fire("candidates");

    assertHeardInOrder(b.received(), 1 + versions);
  }

  /** In the order WebRTC needs, and nothing missing. */
  private static void assertHeardInOrder(List<Map<String, Object>> heard, int newest) {
    Set<String> described = new HashSet<>();
    List<Object> candidates = new ArrayList<>();
    int lastVersion = 0;
    for (Map<String, Object> frame : heard) {
      if (frame.get("eventOp").equals("sdp")) {
        String sdp = (String) ((Map<?, ?>) frame.get("sdp")).get("sdp");
        lastVersion = Integer.parseInt(sdp.split(" ", 4)[2]);
        described.add(sdp.substring(sdp.indexOf("ufrag:") + 6).strip());
      } else {
        String line = (String) ((Map<?, ?>) frame.get("candidate")).get("candidate");
        candidates.add(line);
        if (!described.contains("frag" + newest)) {
          assertThat(described).as("described before %s", line).contains(fragmentOf(frame));
        }
      }
    }
    assertThat(lastVersion).as("the newest description is the last one heard").isEqualTo(newest);
    assertThat(candidates).as("each candidate once").hasSize(8).doesNotHaveDuplicates();
  }

  private static String fragmentOf(Map<String, Object> frame) {
    Map<?, ?> candidate = (Map<?, ?>) frame.get("candidate");
    Object named = candidate.get("usernameFragment");
    String line = (String) candidate.get("candidate");
    return named == null ? line.substring(line.indexOf("ufrag ") + 6) : (String) named;
  }

  @Test
  void anEarlyCandidateCostsOneWriteAndOneInOrderNone() {
    // The relay's own connection is known to the instance from here on.
    a.send("memberList", "roomId", "r1");
    Random random = new Random(1);

    DYNAMO.counter().reset();
    candidate("early", random);
    assertThat(DYNAMO.counter().requests()).as("read, hold").isEqualTo(2);
    assertThat(b.received()).isEmpty();

    DYNAMO.counter().reset();
    a.send("sdp", "roomId", "r1", "target", "b", "sdp", offer("1", 2, "early"));
    assertThat(DYNAMO.counter().requests()).as("read, note").isEqualTo(2);
    assertThat(b.received())
        .extracting(frame -> frame.get("eventOp"))
        .containsExactly("sdp", "candidate");

    DYNAMO.counter().reset();
    candidate("early", random);
    assertThat(DYNAMO.counter().requests()).as("read").isEqualTo(1);
    assertThat(DYNAMO.counter().writeUnits()).isZero();
    assertThat(b.received()).hasSize(1);
  }

  @Test
  void theEndOfCandidatesFollowsTheirDescription() {
    Map<String, Object> end = new HashMap<>();
    end.put("eventOp", "candidate");
    end.put("userId", "a");
    end.put("roomId", "r1");
    end.put("target", "b");
    end.put("candidate", null);
    a.dispatch(end);
    assertThat(b.received()).isEmpty();

    a.send("sdp", "roomId", "r1", "target", "b", "sdp", offer("1", 2, "frag"));
    assertThat(b.received())
        .extracting(frame -> frame.get("eventOp"))
        .containsExactly("sdp", "candidate");
  }

  private void candidate(String ufrag, Random random) {
    a.send("candidate", "roomId", "r1", "target", "b", "candidate", candidate(9, ufrag, random));
  }

  private static Map<String, String> offer(String session, int version, String ufrag) {
    String origin = "o=- " + session + " " + version + " IN IP4 127.0.0.1\r\n";
    return Map.of("type", "offer", "sdp", "v=0\r\n" + origin + "a=ice-ufrag:" + ufrag + "\r\n");
  }

  private static Map<String, String> candidate(int number, String ufrag, Random random) {
    String line = "candidate:" + number + " 1 udp 1 192.0.2.1 9 typ host";
    return random.nextBoolean()
        ? Map.of("candidate", line, "usernameFragment", ufrag)
        : Map.of("candidate", line + " ufrag " + ufrag);
  }
}
