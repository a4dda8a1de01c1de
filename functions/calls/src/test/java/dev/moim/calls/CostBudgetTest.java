package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.shared.kernel.Viewer;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A call of sixteen costs what {@code infra/cost/budget.csv} says, which {@code ./moim cost} bills.
 */
class CostBudgetTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final Path FILE =
      Path.of(System.getProperty("moim.root"), "infra", "cost", "budget.csv");
  private static final int PEOPLE = 16;

  /** DynamoDB reports halves. */
  private record Budget(double reads, double writes, int messages, int told, int timers) {}

  private final Map<String, Budget> budgets = read();
  private final Set<String> measured = new HashSet<>();
  private World world;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @Test
  void noOperationOfACallCostsMore() {
    for (int n = 1; n <= PEOPLE; n++) {
      arrive(n);
    }
    Client first = client(1);
    for (int n = 0; n < 2; n++) {
      measure("sdp", PEOPLE, () -> relay(first, "sdp", Map.of("sdp", "offer", "type", "cam")));
      measure("candidate", PEOPLE, () -> relay(first, "candidate", Map.of("candidate", "c:1")));
      measure(
          "chat", PEOPLE, () -> send(first, "chat", Map.of("roomId", "r1", "message", "안녕하세요")));
    }
    for (int n = PEOPLE; n >= 1; n--) {
      Client leaver = client(n);
      measure(
          n == 1 ? "leaveRoom of the last" : "leaveRoom",
          n,
          () -> send(leaver, "leaveRoom", Map.of("roomId", "r1")));
      measure("disconnect", 1, leaver::disconnect);
      assertThat(world.connections.findNow(id(n))).as("connection %s", n).isEmpty();
    }
    assertThat(measured).as("what was measured").isEqualTo(budgets.keySet());
  }

  private void arrive(int n) {
    Connection opened = Connection.opened(id(n), new Socket(0, "j", Viewer.UNKNOWN));
    measure("connect", 1, () -> world.connections.open(opened));
    Client client = client(n);
    measure(
        n % 10 == 1 ? "register for ten" : "register",
        1,
        () -> ok(client.register("u" + n, "name", "가나다라마바사아자차", "device", "Galaxy Tab")));
    if (n == 1) {
      measure("createRoom", 1, () -> ok(client.create("r1", "capacity", PEOPLE)));
    }
    measure(n <= 10 ? "joinRoom" : "joinRoom from 11", n, () -> ok(client.join("r1")));
  }

  private void measure(String operation, int roomSize, Runnable step) {
    DYNAMO.counter().reset();
    world.sockets.takePosts();
    world.timers.take();
    step.run();
    Budget budget = budgets.get(operation);
    String what = operation + " in a room of " + roomSize;
    assertThat(DYNAMO.counter().readUnits())
        .as("reads of %s", what)
        .isLessThanOrEqualTo(budget.reads());
    assertThat(DYNAMO.counter().writeUnits())
        .as("writes of %s", what)
        .isLessThanOrEqualTo(budget.writes());
    assertThat(world.timers.take())
        .as("timers of %s", what)
        .hasSizeLessThanOrEqualTo(budget.timers());
    int posts = world.sockets.takePosts();
    boolean relayed = operation.equals("sdp") || operation.equals("candidate");
    assertThat(posts)
        .as("posts of %s", what)
        .isLessThanOrEqualTo(relayed ? budget.messages() - 1 : budget.told() * (roomSize - 1));
    measured.add(operation);
  }

  private Client client(int n) {
    return world.connect(id(n));
  }

  private static String id(int n) {
    return "L0SM9cOFvHc%04d=".formatted(n);
  }

  private static int numberOf(Client client) {
    return Integer.parseInt(client.connectionId().replaceFirst("^.*c(\\d+)=$", "$1"));
  }

  private void relay(Client sender, String eventOp, Map<String, Object> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.putAll(Map.of("roomId", "r1", "target", "u2"));
    send(sender, eventOp, all);
  }

  private void send(Client sender, String eventOp, Map<String, Object> fields) {
    Map<String, Object> message = new HashMap<>(fields);
    message.put("eventOp", eventOp);
    message.put("reqId", "q");
    message.put("userId", "u" + numberOf(sender));
    ok(sender.dispatch(message));
  }

  private static void ok(Client.Answer answer) {
    assertThat(answer.fields().getOrDefault("code", "200")).hasToString("200");
  }

  private static Map<String, Budget> read() {
    Map<String, Budget> budgets = new HashMap<>();
    try {
      List<String> lines =
          Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).skip(1).toList();
      for (String line : lines) {
        String[] parts = line.split(",");
        budgets.put(
            parts[0],
            new Budget(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Integer.parseInt(parts[5])));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return budgets;
  }
}
