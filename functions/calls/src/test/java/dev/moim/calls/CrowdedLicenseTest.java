package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.room.CloseDisabled;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.dynamodb.DynamoRoomUsage;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A license with hundreds of open rooms counts them as exactly, and pays no more for it. */
class CrowdedLicenseTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final int MOST = 300;

  private World world;
  private NewLicense license;
  private Client user;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    license = world.newLicense(MOST);
    user = world.connect("c-user");
    user.register(license, "user");
  }

  @Test
  void theThreeHundredthRoomCostsWhatTheFirstDid() {
    create(0, MOST);
    assertThat(count()).isEqualTo(MOST);
    assertThat(user.create("more").code()).isEqualTo("403");

    assertThat(writes(() -> user.send("leaveRoom", "roomId", "room299"))).isZero();
    user.join("room299");
    assertThat(writes(() -> user.send("leaveRoom", "roomId", "room299"))).isLessThanOrEqualTo(8);
    assertThat(count()).isEqualTo(MOST - 1);
    assertThat(writes(() -> create(MOST, MOST + 1))).isEqualTo(3);
    assertThat(writes(() -> world.connect("c-late").register(license, "late")))
        .as("the connection included, which the test opens")
        .isLessThanOrEqualTo(4);
    assertThat(user.create("more").code()).isEqualTo("403");
  }

  @Test
  void aRoomWithoutANameIsCountedOffOnceByWhoeverFindsThatItsEndWasHalfDone() {
    create(0, 30);
    Client host = world.connect("c-host");
    host.register(license, "host");
    for (int step = 1; step <= 4; step++) {
      String room = "room" + (20 + step);
      host.join(room);
      int nth = step;
      DYNAMO.faults().fail(step % 2 == 1 ? "UpdateItem" : "PutItem", nthOf(step), died());
      host.send("leaveRoom", "roomId", room);
      DYNAMO.faults().reset();
      another().wiring.reconcile().run();
      another().wiring.reconcile().run();
      assertThat(world.rooms.findNow(license.license().room(room)).isPresent())
          .as("room %s", room)
          .isEqualTo(nth == 1);
      assertThat(count()).as("dying at step %s", step).isEqualTo(open());
    }
    assertThat(used())
        .extracting(UsedRoom::roomId)
        .containsExactlyInAnyOrder("room22", "room23", "room24");
  }

  /** Updates of the connection, the room's end and the license; its use, and that it is settled. */
  private static int nthOf(int step) {
    return switch (step) {
      case 1 -> 2;
      case 2 -> 1;
      case 3 -> 3;
      default -> 2;
    };
  }

  private static Supplier<RuntimeException> died() {
    return () -> new IllegalStateException("died");
  }

  @Test
  void manyWhoOpenAndCloseAtOnceAreCountedExactly() throws Exception {
    create(0, 20);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      World instance = i % 2 == 0 ? world : another();
      Client worker = instance.connect("c-" + i);
      String name = "w" + i;
      assertThat(worker.register(license, name).code()).isEqualTo("200");
      work.add(() -> {
        for (int n = 0; n < 5; n++) {
          String room = name + "-" + n;
          assertThat(worker.create(room).code()).isEqualTo("200");
          assertThat(worker.join(room).code()).isEqualTo("200");
          if (n % 2 == 0) {
            worker.send("destroyRoom", "roomId", room);
          }
        }
        return null;
      });
    }
    try (var executor = Executors.newFixedThreadPool(work.size())) {
      for (var done : executor.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(count()).isEqualTo(20 + 8 * 2).isEqualTo(open());
    world.wiring.reconcile().run();
    assertThat(count()).isEqualTo(20 + 8 * 2).isEqualTo(open());
    world.wiring.closeDisabled().onTimer(new Timer(CloseDisabled.TIMER, Map.of()));
    assertThat(open()).isEqualTo(count());
  }

  /** By the same clock. */
  private World another() {
    World instance = world.anotherInstance();
    instance.clock.advance(Duration.between(instance.clock.instant(), world.clock.instant()));
    return instance;
  }

  private void create(int from, int to) {
    for (int n = from; n < to; n++) {
      world.clock.advance(Duration.ofMillis(500));
      assertThat(user.create("room" + n).code()).isEqualTo("200");
    }
  }

  private int count() {
    return world.licenses.find(license.license().id()).orElseThrow().open().count();
  }

  /** How many there really are. */
  private int open() {
    return (int)
        DYNAMO.client().scanPaginator(r -> r.tableName(DYNAMO.table("RoomsTable"))).items().stream()
            .filter(item -> item.containsKey("seats"))
            .count();
  }

  private List<UsedRoom> used() {
    var usage = new DynamoRoomUsage(DYNAMO.client(), DYNAMO.table("RoomsTable"), world.clock);
    Instant from = world.clock.instant().minus(Duration.ofDays(1));
    return usage
        .ended(license.license().id(), from, Duration.ofDays(2), 100, Optional.empty())
        .items();
  }

  private static double writes(Runnable step) {
    DYNAMO.counter().reset();
    step.run();
    return DYNAMO.counter().writeUnits();
  }
}
