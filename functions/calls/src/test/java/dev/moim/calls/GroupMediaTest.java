package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.testkit.DynamoDbExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Video rooms: their media is at the media server, their seats are here. */
class GroupMediaTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client host;
  private Client guest;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    host = world.user("host");
    guest = world.user("guest");
  }

  @Test
  void opensTheRoomAtTheMediaServerWithItsCapacity() {
    assertThat(create("v1").code()).isEqualTo("200");

    assertThat(world.mediaServer.rooms())
        .singleElement()
        .satisfies(room -> {
          assertThat(room.key()).isEqualTo(world.license.license().room("v1"));
          assertThat(room.capacity()).isEqualTo(3);
        });
    assertThat(create("v1").code()).isEqualTo("443");
  }

  @Test
  void joiningAnswersWithAWayIntoTheMedia() {
    create("v1");

    assertThat(host.join("v1").fields())
        .containsEntry("media", true)
        .containsEntry(
            "livekit",
            Map.of("url", "ws://sfu", "token", world.license.license().id() + ".v1/host"));
  }

  @Test
  void aDisabledLicenseLetsNobodyInAnyMore() {
    create("v1");
    host.join("v1");
    new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"))
        .disable(world.license.license().id());

    Client.Answer refused = guest.join("v1");
    assertThat(refused.code()).isEqualTo("403");
    assertThat(refused.fields()).doesNotContainKey("livekit");
  }

  @Test
  void leavesNothingBehindWhenTheMediaServerIsDown() {
    world.mediaServer.down(true);

    assertThat(create("v1").code()).isEqualTo("570");

    assertThat(world.findRoom("v1")).isEmpty();
    assertThat(world.licenseNow().rooms()).isEmpty();
    world.mediaServer.down(false);
    assertThat(create("v1").code()).isEqualTo("200");
    world.mediaServer.down(true);
    assertThat(create("v1").code()).isEqualTo("570");
    assertThat(world.licenseNow().rooms()).as("the earlier room still counts").hasSize(1);
  }

  @Test
  void aKickedOrDepartedMemberIsDisconnectedThereToo() {
    create("v1");
    host.join("v1");
    guest.join("v1");

    host.send("kickOut", "roomId", "v1", "target", "guest");
    world.fire(GroupMedia.REMOVE);
    assertThat(world.mediaServer.removed()).containsExactly("v1/guest");

    Client other = world.user("other");
    other.join("v1");
    other.send("leaveRoom", "roomId", "v1");
    other.join("v1");
    world.fire(GroupMedia.REMOVE);
    assertThat(world.mediaServer.removed()).as("back before it fired").hasSize(1);
  }

  @Test
  void aRemovalIsRepeatedUntilTheMediaServerAnswers() {
    create("v1");
    host.join("v1");
    guest.join("v1");
    host.send("kickOut", "roomId", "v1", "target", "guest");
    world.mediaServer.down(true);

    assertThatThrownBy(() -> world.fire(GroupMedia.REMOVE))
        .as("the queue delivers the timer again")
        .isInstanceOf(DomainException.class);
  }

  @Test
  void aVideoRoomMayShrinkButNotGrow() {
    create("v1");
    host.join("v1");

    assertThat(host.send("editRoomInfo", "roomId", "v1", "capacity", 4).code()).isEqualTo("422");
    assertThat(host.send("editRoomInfo", "roomId", "v1", "capacity", 2).code()).isEqualTo("200");
  }

  @Test
  void destroyingOrEmptyingTheRoomClosesItThereToo() {
    create("v1");
    host.join("v1");
    host.send("destroyRoom", "roomId", "v1");
    world.fire(GroupMedia.CLOSE);
    assertThat(world.mediaServer.rooms()).isEmpty();

    create("v2");
    host.join("v2");
    host.send("leaveRoom", "roomId", "v2");
    world.fire(GroupMedia.CLOSE);
    assertThat(world.mediaServer.rooms()).isEmpty();
  }

  private Client.Answer create(String roomId) {
    return host.send("createVideoRoom", "roomId", roomId, "destroy", true, "capacity", 3);
  }
}
