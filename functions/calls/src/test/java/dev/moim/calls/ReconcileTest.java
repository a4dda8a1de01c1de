package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.session.LoseConnection;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.rooms.Room;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a lost event left behind is repaired; what is in order stays. */
class ReconcileTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client a;
  private Client b;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    a = world.user("a");
    b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    a.received();
    world.timers.take();
  }

  @Test
  void changesNothingThatIsInOrder() {
    var before = world.room("r1");

    world.wiring.reconcile().run();

    assertThat(world.room("r1")).isEqualTo(before);
    assertThat(world.licenseNow().rooms()).containsExactly("r1");
    assertThat(world.timers.take()).isEmpty();
  }

  @Test
  void forgetsRoomsThatWereCountedButNeverMade() {
    world.licenses.openRoom(new RoomLife(world.license.license().room("ghost"), 1));

    world.wiring.reconcile().run();

    assertThat(world.licenseNow().rooms()).containsExactly("r1");
  }

  @Test
  void startsTheGraceOfASocketThatClosedWithoutAWord() {
    world.sockets.close(b.connectionId());

    world.wiring.reconcile().run();
    assertThat(world.room("r1").seats().get("b").lost()).isTrue();
    world.fire(LoseConnection.GRACE);

    assertThat(world.room("r1").seats()).containsOnlyKeys("a");
    assertThat(a.received()).extracting(f -> f.get("user")).containsExactly("b");
  }

  @Test
  void aLicenseWhoseSocketsAreNotToldOfStopsNoOther() {
    NewLicense other = world.newLicense(10);
    Client c = world.connect("c-c");
    c.register(other, "c");
    c.create("r2");
    c.join("r2");
    world.sockets.hideState(a.connectionId());
    world.sockets.close(c.connectionId());

    assertThatIllegalStateException()
        .isThrownBy(() -> world.wiring.reconcile().run())
        .withMessage("1 licenses could not be reconciled");

    Room repaired = world.rooms.findNow(other.license().room("r2")).orElseThrow();
    assertThat(repaired.seats().get("c").lost()).isTrue();
    assertThat(world.room("r1").seats().get("a").lost()).isFalse();
  }

  @Test
  void endsAGraceWhoseTimerWasLost() {
    b.disconnect();
    world.timers.take();
    world.clock.advance(Duration.ofSeconds(60));
    world.wiring.reconcile().run();
    assertThat(world.room("r1").seats()).as("its timer may be late").containsKey("b");

    world.clock.advance(Duration.ofSeconds(60));
    world.wiring.reconcile().run();

    assertThat(world.room("r1").seats()).containsOnlyKeys("a");
    assertThat(a.received()).extracting(f -> f.get("user")).containsExactly("b");
    assertThat(world.connect("again").register("b").code()).isEqualTo("200");
  }

  @Test
  void endsASeatWhoseConnectionIsForgotten() {
    b.disconnect();
    Connection known = world.connections.findNow(b.connectionId()).orElseThrow();
    world.connections.beginEnd(known.id(), known.owner()).ifPresent(world.connections::remove);
    world.clock.advance(Duration.ofMinutes(3));

    world.wiring.reconcile().run();

    assertThat(world.room("r1").seats()).containsOnlyKeys("a");
    assertThat(a.received()).extracting(f -> f.get("type")).containsExactly("leave");
  }

  @Test
  void removesRoomsNobodyEverJoined() {
    a.create("empty");
    world.clock.advance(Duration.ofMinutes(17));

    world.wiring.reconcile().run();

    assertThat(world.findRoom("empty")).isEmpty();
    assertThat(world.licenseNow().rooms()).containsExactly("r1");
  }
}
