package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.Counts;
import dev.moim.local.socket.TestSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What AWS would bill for the frequent operations, and what bad frames get, counted by the gateway.
 */
class CallsMeterTest {

  private static CallsCloud calls;

  @BeforeAll
  static void start() {
    calls = CallsCloud.start();
  }

  @AfterAll
  static void stop() {
    calls.close();
  }

  @Test
  void frequentOperationsCostWhatTheirBudgetsSay() throws Exception {
    List<CallsUser> members = new ArrayList<>();
    for (int n = 1; n <= 4; n++) {
      members.add(new CallsUser(calls, "m" + n));
    }
    members.getFirst().ask("createRoom", Map.of("roomId", "meter", "destroy", true, "capacity", 9));
    Map<String, Object> room = Map.of("roomId", "meter");

    for (int n = 1; n <= 4; n++) {
      CallsUser joiner = members.get(n - 1);
      List<CallsUser> told = members.subList(0, n - 1);
      assertCost(n + 1, "JoinRoom", () -> joiner.ask("joinRoom", room), told);
    }
    CallsUser first = members.getFirst();
    List<CallsUser> others = members.subList(1, 4);
    assertCost(
        5, "Chat", () -> first.ask("chat", Map.of("roomId", "meter", "message", "hi")), others);
    Map<String, Object> offer =
        Map.of("roomId", "meter", "target", "m2", "sdp", "v=0", "type", "cam");
    assertCost(2, "Relay", () -> first.tell("sdp", offer), List.of(members.get(1)));
    assertCost(3, "Relay", () -> first.ask("sdp", offer), List.of(members.get(1)));
    assertCost(5, "LeaveRoom", () -> first.ask("leaveRoom", room), others);
  }

  @Test
  void badFramesAreAnsweredOrClosedAsDocumented() throws Exception {
    CallsUser user = new CallsUser(calls, "bad");
    for (String frame : List.of("nonsense", "[1,2]", "{", "42", "{\"eventOp\":{}}", "\"text\"")) {
      user.socket().send(frame);
      assertThat(user.next()).containsEntry("code", "400");
    }
    user.socket().send("{\"eventOp\":\"noSuchThing\",\"reqId\":\"r\"}");
    assertThat(user.next()).containsEntry("code", "405").containsEntry("reqId", "r");
    user.socket().send("{\"eventOp\":\"$disconnect\"}");
    assertThat(user.next()).as("no route of that name").containsEntry("code", "405");
    assertThat(user.ask("changeName", Map.of("name", "still here"))).containsEntry("code", "200");

    TestSocket large = TestSocket.open(calls.socketUrl());
    large.send("x".repeat(131_100));
    assertThat(large.closeCode()).isEqualTo(1009);
    TestSocket binary = TestSocket.open(calls.socketUrl());
    binary.sendBinary(new byte[] {1, 2, 3});
    assertThat(binary.closeCode()).isEqualTo(1003);
    assertThat(user.socket().isOpen()).isTrue();
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Runs a step, waits for everybody it tells, and compares what the gateway counted. */
  private static void assertCost(long messages, String function, Step step, List<CallsUser> told)
      throws Exception {
    Counts.Snapshot before = calls.cloud().counts().snapshot();
    step.run();
    for (CallsUser user : told) {
      user.next();
    }
    // A post is counted when it has been written, which its reader may see a moment earlier.
    calls.cloud().awaitIdle();
    Counts.Snapshot after = calls.cloud().counts().snapshot();
    assertThat(after.messages() - before.messages()).as(function).isEqualTo(messages);
    assertThat(sum(after) - sum(before)).as("invocations of " + function).isEqualTo(1);
    String name = "Calls-" + function + "Function";
    assertThat(after.invocations(name) - before.invocations(name)).isEqualTo(1);
  }

  /** All but timers, which belong to nobody's step. */
  private static long sum(Counts.Snapshot counts) {
    return counts.invocations().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("Calls-"))
        .filter(entry -> !entry.getKey().contains("Timer") && !entry.getKey().contains("Reconcile"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
