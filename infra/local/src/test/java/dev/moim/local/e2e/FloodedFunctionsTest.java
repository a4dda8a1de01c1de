package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a socket may do is counted in each instance of a function. A flood meets many of them at
 * once; together they let through no more than each of them does once.
 */
class FloodedFunctionsTest {

  /** How many instances of a function the runtime makes at most. */
  private static final int INSTANCES = 100;

  private static final int FLOOD = 3 * INSTANCES;

  private static CallsCloud calls;

  @BeforeAll
  static void start() {
    calls = CallsCloud.start(0, Map.of("RATE_LIMITS", "chat=1/1"));
  }

  @AfterAll
  static void stop() {
    calls.close();
  }

  @Test
  void letThroughWhatEachInstanceDoes() throws Exception {
    CallsUser flooder = new CallsUser(calls, "flooder");
    flooder.ask("createRoom", Map.of("roomId", "r1", "destroy", true, "capacity", 2));
    flooder.ask("joinRoom", Map.of("roomId", "r1"));

    for (int i = 0; i < FLOOD; i++) {
      flooder.tell("chat", Map.of("roomId", "r1", "message", "m" + i, "reqId", i));
    }
    int done = 0;
    int refused = 0;
    for (int i = 0; i < FLOOD; i++) {
      switch (String.valueOf(flooder.next().get("code"))) {
        case "200" -> done++;
        case "445" -> refused++;
        default -> {}
      }
    }

    assertThat(done + refused).as("answers").isEqualTo(FLOOD);
    assertThat(done).isBetween(1, INSTANCES);
    assertThat(flooder.ask("memberList", Map.of("roomId", "r1"))).containsEntry("code", "200");
  }
}
