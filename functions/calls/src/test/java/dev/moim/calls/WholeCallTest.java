package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call of two writes, from the first socket to the last, by operation. Prints the table. */
class WholeCallTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final Duration GRACE = Duration.ofSeconds(31);

  private final Map<String, Double> writes = new LinkedHashMap<>();
  private World world;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @AfterEach
  void print() {
    writes.forEach((what, units) -> System.out.printf("Budget  call: %-24s %5.1f%n", what, units));
    System.out.printf("Budget  call: %-24s %5.1f%n", "all", all());
  }

  @Test
  void aCallOfTwoWritesLittle() {
    Client first = arrive("u1");
    Client second = arrive("u2");
    measure("createRoom", () -> ok(first.create("r1", "destroy", true)));
    measure("joinRoom", () -> ok(first.join("r1")));
    measure("joinRoom", () -> ok(second.join("r1")));
    relay(first, Map.of("eventOp", "sdp", "type", "cam", "sdp", "offer"), "u2");
    relay(second, Map.of("eventOp", "sdp", "type", "cam", "sdp", "answer"), "u1");
    for (String batch : List.of("candidate:1", "candidate:2")) {
      relay(first, Map.of("eventOp", "candidate", "candidate", batch), "u2");
      relay(second, Map.of("eventOp", "candidate", "candidate", batch), "u1");
    }
    measure("chat", () -> ok(first.send("chat", "roomId", "r1", "message", "안녕하세요")));
    measure("chat", () -> ok(second.send("chat", "roomId", "r1", "message", "네")));
    measure("leaveRoom", () -> ok(first.send("leaveRoom", "roomId", "r1")));
    measure("leaveRoom of the last", () -> ok(second.send("leaveRoom", "roomId", "r1")));
    close(first);
    close(second);

    assertThat(world.findRoom("r1")).isEmpty();
    assertThat(world.licenseNow().rooms()).isEmpty();
    assertThat(writes.get("chat")).as("two messages").isEqualTo(2);
    assertThat(all()).isLessThanOrEqualTo(27 + 2);
  }

  /** As long as such names are: they are stored with every seat. */
  private Client arrive(String userId) {
    String id = "L0SM9cOFvHc00" + userId + "=";
    measure(
        "connect",
        () -> world.connections.open(Connection.opened(id, new Socket(0, "j", World.DESKTOP))));
    Client client = world.connect(id);
    measure(
        "register",
        () -> ok(client.register(userId, "name", "가나다라마바사아자차", "device", "Galaxy Tab")));
    return client;
  }

  private void close(Client client) {
    world.timers.take();
    measure("disconnect", client::disconnect);
    var grace = world.timers.take();
    world.clock.advance(GRACE);
    measure(
        "end of the grace",
        () -> grace.forEach(due -> world.wiring.timerActions().run(due.timer())));
    assertThat(world.connections.findNow(client.connectionId())).isEmpty();
  }

  private void relay(Client sender, Map<String, Object> fields, String target) {
    Map<String, Object> message = new LinkedHashMap<>(fields);
    message.put("roomId", "r1");
    message.put("userId", target.equals("u1") ? "u2" : "u1");
    message.put("target", target);
    measure(String.valueOf(fields.get("eventOp")), () -> ok(sender.dispatch(message)));
  }

  private void measure(String operation, Runnable step) {
    DYNAMO.counter().reset();
    step.run();
    writes.merge(operation, DYNAMO.counter().writeUnits(), Double::sum);
  }

  private double all() {
    return writes.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void ok(Client.Answer answer) {
    assertThat(answer.fields().getOrDefault("code", "200")).hasToString("200");
  }
}
