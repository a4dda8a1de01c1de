package dev.moim.local.cost;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one call uses: each operation at most what its budget says, to which the tests of calls hold
 * the code. Peers send each other their media, so the server only lets them find each other.
 */
final class CallCost {

  private static final int SMALL_ROOM = 10;

  /** Of a license, by whoever registers when the last ones are used up or forgotten. */
  private static final int TOKENS_AT_ONCE = 10;

  /** Of the gateway's and the function's lines together; assumed. */
  private static final double LOGGED_GB = 700e-9;

  /** A message to a queue is sent, received and deleted. */
  private static final int REQUESTS_OF_A_TIMER = 3;

  private static final double GB_OF_A_KB = 1e-6;

  private record Budget(double reads, double writes, int messages, int told, int timers) {}

  private final Map<String, Budget> budgets;
  private final Question asked;

  CallCost(Table budgets, Question asked) {
    this.asked = asked;
    this.budgets =
        budgets.rows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.get(0),
                    row ->
                        new Budget(
                            Double.parseDouble(row.get(1)),
                            Double.parseDouble(row.get(2)),
                            Integer.parseInt(row.get(3)),
                            Integer.parseInt(row.get(4)),
                            Integer.parseInt(row.get(5)))));
  }

  /** Everything from the first socket to the last. */
  Usage ofOne() {
    int people = asked.people();
    Usage usage = new Usage().add(Item.CONNECTION_MINUTES, (double) people * asked.minutes());
    add(usage, "createRoom", 1, 1);
    for (int n = 1; n <= people; n++) {
      add(usage, "connect", 1, 1);
      add(usage, n % TOKENS_AT_ONCE == 1 ? "register for ten" : "register", 1, 1);
      add(usage, n <= SMALL_ROOM ? "joinRoom" : "joinRoom from 11", n, 1);
      add(usage, n == 1 ? "leaveRoom of the last" : "leaveRoom", n, 1);
      add(usage, "disconnect", 1, 1);
    }
    int pairs = people * (people - 1) / 2;
    add(usage, "sdp", people, 2.0 * pairs);
    add(usage, "candidate", people, 2.0 * pairs * asked.candidates());
    add(usage, "chat", people, (double) people * asked.chats());
    addPings(usage);
    addFrontDoor(usage);
    return usage;
  }

  /** A timer posts the ping, and the client's answer is a message that a function reads. */
  private void addPings(Usage usage) {
    if (asked.pings() > 0) {
      double pings = asked.people() * asked.minutes() * 60.0 / asked.pings();
      usage.add(Item.MESSAGES, 2 * pings).add(Item.QUEUE_REQUESTS, REQUESTS_OF_A_TIMER * pings);
      addRuns(usage, 2 * pings);
    }
  }

  /** A socket is one request; of its messages one of each operation comes from the client. */
  private void addFrontDoor(Usage usage) {
    if (asked.frontDoor() > 0) {
      double timers = usage.of(Item.QUEUE_REQUESTS) / REQUESTS_OF_A_TIMER;
      double handshakes = asked.people();
      // A run that no timer, handshake or end of a socket asked for was asked for by a message.
      double sent = usage.of(Item.REQUESTS) - timers - 2 * handshakes;
      double kilobyte = asked.frontDoor() * GB_OF_A_KB;
      usage
          .add(Item.FRONT_DOOR_REQUESTS, handshakes)
          .add(Item.FRONT_DOOR_IN, sent * kilobyte)
          .add(Item.FRONT_DOOR_OUT, (usage.of(Item.MESSAGES) - sent) * kilobyte);
    }
  }

  private void add(Usage usage, String operation, int roomSize, double times) {
    Budget budget = budgets.get(operation);
    if (budget == null) {
      throw new IllegalStateException("there is no budget of " + operation);
    }
    int messages = budget.messages() + budget.told() * (roomSize - 1);
    usage
        .add(Item.READS, budget.reads() * times)
        .add(Item.WRITES, budget.writes() * times)
        .add(Item.MESSAGES, messages * times)
        .add(Item.QUEUE_REQUESTS, REQUESTS_OF_A_TIMER * budget.timers() * times);
    addRuns(usage, (1 + budget.timers()) * times);
  }

  private void addRuns(Usage usage, double runs) {
    usage
        .add(Item.REQUESTS, runs)
        .add(Item.GB_SECONDS, runs * asked.millis() / 1_000.0)
        .add(Item.LOGS, runs * LOGGED_GB);
  }
}
