package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What each event costs in a call of ten: requests to DynamoDB, the capacity it reports, and
 * metered messages (the frame in and the posts). Prints the table.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SocketBudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final int PEOPLE = 10;

  private final List<String> table = new ArrayList<>();
  private SocketWorld world;

  private record Cost(int requests, double reads, double writes, int messages) {}

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    for (int n = 1; n <= PEOPLE; n++) {
      world.user("member-" + n).join();
    }
  }

  @AfterAll
  void print() {
    String head =
        "%-28s %8s %10s %11s %8s"
            .formatted("event", "requests", "read units", "write units", "messages");
    // `./moim test` shows lines that begin like this while it runs.
    System.out.println("Budget  " + head + "\nBudget  " + String.join("\nBudget  ", table));
  }

  @Test
  void aCandidateCostsOneReadAndADescriptionOneWriteMore() {
    SocketClient sender = client(1);
    String to = client(2).socketId();
    assertThat(measure("video:offer", () -> sender.emit("video:offer", "to", to, "offer", "o")))
        .isEqualTo(new Cost(2, 1, 1, 2));
    assertThat(
            measure(
                "video:ice-candidate",
                () -> sender.emit("video:ice-candidate", "to", to, "candidate", "c")))
        .isEqualTo(new Cost(1, 1.5, 0, 2));
  }

  @Test
  void tellingEverybodyCostsAFewRequests() {
    SocketClient sender = client(1);
    Cost toggle =
        measure(
            "video:toggle-audio",
            () -> sender.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true));
    // The last one looks whether what was told is still so.
    assertThat(toggle.requests()).isEqualTo(4);
    assertThat(toggle.messages()).isEqualTo(PEOPLE);
    Cost speaking =
        measure(
            "video:speaking",
            () -> sender.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true));
    assertThat(speaking.requests()).isEqualTo(2);
    assertThat(speaking.writes()).isZero();
    Cost message =
        measure(
            "chat:video-message",
            () -> sender.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "hi"));
    assertThat(message.requests()).isEqualTo(2);
    assertThat(message.messages()).isEqualTo(PEOPLE + 1);
  }

  @Test
  void comingAndGoingCostsTheSameWhoeverIsThere() {
    SocketClient late = world.user("late");
    Cost join = measure("video:join-room", late::join);
    assertThat(join.requests()).isEqualTo(6);
    assertThat(join.messages()).isEqualTo(PEOPLE + 2);
    Cost leave =
        measure(
            "video:leave-room", () -> late.emit("video:leave-room", "roomId", SocketWorld.ROOM));
    assertThat(leave.requests()).isEqualTo(5);
    late.join();
    Cost lost = measure("$disconnect", () -> world.gateway.disconnect(late.connectionId));
    assertThat(lost.requests()).isEqualTo(5);
  }

  private SocketClient client(int n) {
    return new SocketClient(world, "c-member-" + n);
  }

  private Cost measure(String event, Runnable step) {
    world.sockets.takePosts();
    DYNAMO.counter().reset();
    step.run();
    Cost cost =
        new Cost(
            DYNAMO.counter().requests(),
            DYNAMO.counter().readUnits(),
            DYNAMO.counter().writeUnits(),
            1 + world.sockets.takePosts());
    table.add(
        "%-28s %8d %10.1f %11.1f %8d"
            .formatted(event, cost.requests(), cost.reads(), cost.writes(), cost.messages()));
    return cost;
  }
}
