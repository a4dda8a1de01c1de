package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.session.LoseConnection;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user who is in no room when the socket closes is gone at once, and comes back like anybody. */
class IdleSocketTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @Test
  void whoIsInNoRoomLeavesNothingBehind() {
    Client user = world.user("a");
    user.create("r1");
    user.join("r1");
    user.send("leaveRoom", "roomId", "r1");
    world.timers.take();
    DYNAMO.counter().reset();
    user.disconnect();

    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(2);
    assertThat(world.timers.take()).as("nothing to wait for").isEmpty();
    assertThat(world.connections.findNow(user.connectionId())).isEmpty();
    Client.Answer back = world.connect("c-new").register("a");
    assertThat(back.code()).isEqualTo("200");
    assertThat(back.get("recovered")).isEqualTo(false);
  }

  @Test
  void whoIsAboutToEnterARoomHasTheGrace() {
    Client user = world.user("a");
    world.user("host").create("r1");
    world.timers.take();
    boolean[] closed = new boolean[1];
    DYNAMO
        .faults()
        .meanwhile(
            2,
            () -> {
              closed[0] = true;
              user.disconnect();
            });
    user.join("r1");
    DYNAMO.faults().reset();

    assertThat(closed[0]).isTrue();
    assertThat(world.connections.findNow(user.connectionId())).isPresent();
    world.clock.advance(Duration.ofSeconds(31));
    world.fire(LoseConnection.GRACE);
    assertThat(world.findRoom("r1").map(room -> room.seats().size()).orElse(0)).isZero();
    assertThat(world.connections.findNow(user.connectionId())).isEmpty();
  }

  @Test
  void aSocketOnWhichNobodyRegisteredIsForgottenAfterTheGrace() {
    Client nobody = world.connect("c-nobody");
    nobody.disconnect();
    world.clock.advance(Duration.ofSeconds(31));
    world.fire(LoseConnection.GRACE);
    assertThat(world.connections.findNow("c-nobody")).isEmpty();
  }
}
