package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A disabled license stops new work at once, and what is going on within a minute. */
class CloseDisabledTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private DynamoLicenseControl control;
  private Client a;
  private Client b;
  private String licenseId;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    control = new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"));
    licenseId = world.license.license().id();
    a = world.user("a");
    b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    a.received();
    b.received();
    world.timers.take();
  }

  @Test
  void refusesRegistersAndRoomsAtOnce() {
    control.disable(licenseId);
    assertThat(world.connect("late").register("late").code()).isEqualTo("403");
    assertThat(a.create("r2").code()).isEqualTo("403");
    control.enable(licenseId);
    assertThat(world.connect("late").register("late").code()).isEqualTo("200");
    assertThat(a.create("r2").code()).isEqualTo("200");
    world.wiring.closeDisabled().runTwice();
    assertThat(world.room("r1").seats()).as("enabled in time").hasSize(2);
  }

  @Test
  void tellsEverybodyInItsRoomsThatTheyAreGone() {
    a.send("createVideoRoom", "roomId", "v1", "destroy", true, "capacity", 3);
    b.join("v1");
    control.disable(licenseId);
    world.wiring.closeDisabled().runTwice();

    assertThat(world.findRoom("r1")).isEmpty();
    assertThat(world.findRoom("v1")).isEmpty();
    assertThat(a.received())
        .singleElement()
        .satisfies(frame ->
            assertThat(frame)
                .containsEntry("type", "leave")
                .containsEntry("user", "a")
                .containsEntry("destroyed", true));
    assertThat(b.received()).extracting(frame -> frame.get("roomId")).contains("r1", "v1");
    assertThat(world.connections.findNow(a.connectionId()).orElseThrow().rooms()).isEmpty();
    assertThat(world.licenseNow().rooms()).isEmpty();
    assertThat(control.disabledIds()).as("nothing left to do").isEmpty();
    world.fire(GroupMedia.CLOSE);
    assertThat(world.mediaServer.rooms()).isEmpty();
  }

  @Test
  void looksTwiceAMinute() {
    world.wiring.closeDisabled().runTwice();
    assertThat(world.timers.take())
        .singleElement()
        .satisfies(due -> {
          assertThat(due.timer().kind()).isEqualTo(CloseDisabled.TIMER);
          assertThat(due.delay()).isEqualTo(Duration.ofSeconds(30));
        });
    world.wiring.closeDisabled().runTwice();
    control.disable(licenseId);
    world.fire(CloseDisabled.TIMER);
    assertThat(world.findRoom("r1")).isEmpty();
    assertThat(world.timers.take()).as("the schedule sets the next").isEmpty();
  }

  @Test
  void leavesOtherLicensesAlone() {
    NewLicense other = world.newLicense(5);
    Client c = world.connect("c-c");
    c.register(other, "c");
    c.create("r1");
    c.join("r1");
    control.disable(licenseId);
    world.wiring.closeDisabled().runTwice();

    assertThat(world.rooms.findNow(other.license().room("r1"))).isPresent();
    assertThat(c.received()).isEmpty();
    assertThat(c.send("chat", "roomId", "r1", "message", "hi").code()).isEqualTo("200");
  }

  @Test
  void whatFailsForOneLicenseHoldsNoOtherUp() {
    NewLicense other = world.newLicense(5);
    Client c = world.connect("c-c");
    c.register(other, "c");
    c.create("r1");
    control.disable(licenseId);
    control.disable(other.license().id());
    DYNAMO.faults().fail("TransactWriteItems", 1, () -> new IllegalStateException("no table"));
    assertThatThrownBy(() -> world.wiring.closeDisabled().runTwice()).hasMessage("no table");

    assertThat(control.disabledIds()).as("the one that failed").hasSize(1);
    world.wiring.closeDisabled().runTwice();
    assertThat(control.disabledIds()).isEmpty();
    assertThat(world.findRoom("r1")).isEmpty();
  }

  @Test
  void theTimerLeavesManyRoomsToTheSchedule() {
    NewLicense large = world.newLicense(60);
    Client c = world.connect("c-c");
    c.register(large, "c");
    for (int i = 0; i < 60; i++) {
      assertThat(c.create("room" + i).code()).isEqualTo("200");
    }
    control.disable(large.license().id());
    world.wiring.closeDisabled().onTimer(new Timer(CloseDisabled.TIMER, Map.of()));
    assertThat(roomsOf(large)).isEqualTo(10);
    assertThat(control.disabledIds()).hasSize(1);
    world.wiring.closeDisabled().runTwice();
    assertThat(roomsOf(large)).isZero();
    assertThat(control.disabledIds()).isEmpty();
  }

  private int roomsOf(NewLicense issued) {
    return world.licenses.find(issued.license().id()).orElseThrow().open().count();
  }

  @Test
  void endsARoomThatWasJustBeingMadeOnceReconciliationHasFoundIt() {
    world.licenses.openRoom(new RoomLife(new RoomKey(licenseId, "ghost"), 1));
    control.disable(licenseId);
    world.wiring.closeDisabled().runTwice();
    assertThat(control.disabledIds()).as("a count is left").containsExactly(licenseId);

    world.wiring.reconcile().run();
    world.wiring.closeDisabled().runTwice();
    assertThat(world.licenseNow().rooms()).isEmpty();
    assertThat(control.disabledIds()).isEmpty();
  }

  @Test
  void withNothingDisabledARunIsOneRequest() {
    DYNAMO.counter().reset();
    world.wiring.closeDisabled().runTwice();
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }
}
