package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoMessages;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A chat message counts for its room once it has arrived, and arrives whether it counts or not. */
class CountedChatTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private DynamoMessages messages;
  private Client a;
  private Client b;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    messages = new DynamoMessages(DYNAMO.client(), DYNAMO.table("RoomsTable"), world.clock);
    a = world.user("a");
    b = world.user("b");
    a.create("r1");
    List.of(a, b).forEach(member -> member.join("r1"));
    List.of(a, b).forEach(Client::received);
  }

  @Test
  void chatCountsToAllAndToOneAndNothingElseDoes() {
    say("to all");
    a.send("chat", "roomId", "r1", "target", "b", "message", "to one");
    b.send("chat", "target", "a", "message", "without its room");
    a.send("inform", "roomId", "r1", "message", "for programs");
    a.send("chat", "roomId", "r1", "target", "nobody", "message", "refused");
    a.send("chat", "roomId", "elsewhere", "message", "refused");

    assertThat(said(room().life())).isEqualTo(3);
  }

  @Test
  void whoeverIsTalkedToWaitsForNoCount() {
    List<Object> heard = new ArrayList<>();
    // The room is read, the others are told, and then comes the count.
    DYNAMO
        .faults()
        .meanwhile(2, () -> b.received().forEach(told -> heard.add(told.get("message"))));

    say("hello");

    assertThat(heard).containsExactly("hello");
    assertThat(said(room().life())).isEqualTo(1);
  }

  @Test
  void aCountThatFailsFailsNoChat() {
    DYNAMO.faults().fail("UpdateItem", 1, () -> new IllegalStateException("no"));

    assertThat(say("hello").code()).isEqualTo("200");

    assertThat(b.received()).extracting(told -> told.get("message")).containsExactly("hello");
    assertThat(said(room().life())).isZero();
  }

  @Test
  void whatWasSaidLastCountsForTheRoomThatEndedMeanwhileAndNotForTheNext() {
    RoomLife before = room().life();
    DYNAMO
        .faults()
        .meanwhile(
            2,
            () -> {
              assertThat(world.rooms.delete(room())).isPresent();
              world.clock.advance(Duration.ofMillis(1));
              Room next = Room.opened(before.key(), world.clock.millis()).build();
              assertThat(world.rooms.create(next)).isTrue();
            });

    assertThat(say("bye").code()).isEqualTo("200");

    assertThat(said(before)).isEqualTo(1);
    assertThat(said(room().life())).isZero();
    assertThat(room().seats()).as("the next one is as it was made").isEmpty();
  }

  @Test
  void everyMessageOfManyAtOnceCounts() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var sent = new ArrayList<Future<?>>();
      for (int n = 0; n < 40; n++) {
        sent.add(threads.submit(() -> assertThat(say("hello").code()).isEqualTo("200")));
      }
      for (var each : sent) {
        each.get();
      }
    }

    assertThat(said(room().life())).isEqualTo(40);
  }

  private Client.Answer say(String message) {
    return a.send("chat", "roomId", "r1", "message", message);
  }

  private long said(RoomLife room) {
    return messages.of(List.of(room)).getOrDefault(room, 0L);
  }

  private Room room() {
    return world.rooms.findNow(world.license.license().room("r1")).orElseThrow();
  }
}
