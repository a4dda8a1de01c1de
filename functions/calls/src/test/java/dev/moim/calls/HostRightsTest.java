package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.rooms.MediaSource;
import dev.moim.testkit.DynamoDbExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a host says about others holds, whatever they try. */
class HostRightsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client host;
  private Client guest;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    host = world.user("host");
    guest = world.user("guest");
    host.send("createVideoRoom", "roomId", "v1", "destroy", true);
    host.join("v1");
    guest.join("v1");
    host.received();
    guest.received();
  }

  @Test
  void whoWasThrownOutDoesNotReturnUnderAnotherName() {
    assertThat(host.send("kickOut", "roomId", "v1", "target", "guest").code()).isEqualTo("200");

    assertThat(guest.register("disguised").code()).isEqualTo("200");
    assertThat(guest.join("v1").code()).isEqualTo("413");
    Client again = world.connect("c-again");
    again.register("guest", "forced", true);
    assertThat(again.join("v1").code()).as("nor on another socket").isEqualTo("413");
    assertThat(world.room("v1").seats()).containsOnlyKeys("host");
  }

  @Test
  void aLockedRoomIsForItsMembers() {
    assertThat(guest.send("editRoomInfo", "roomId", "v1", "locked", true).code()).isEqualTo("413");
    assertThat(host.send("editRoomInfo", "roomId", "v1", "locked", true).code()).isEqualTo("200");
    assertThat(guest.received())
        .singleElement()
        .satisfies(told -> assertThat(told).containsEntry("locked", true));

    Client.Answer refused = world.user("late").join("v1");
    assertThat(refused.code()).isEqualTo("413");
    assertThat(refused.get("message")).isEqualTo("the room is locked");

    guest.disconnect();
    Client back = world.connect("c-back");
    back.register("guest");
    assertThat(back.join("v1").fields())
        .containsEntry("recovered", true)
        .containsEntry("locked", true);
    host.send("editRoomInfo", "roomId", "v1", "locked", "");
    assertThat(world.user("later").join("v1").code()).isEqualTo("200");
  }

  @Test
  void whatIsSaidOfMediaHoldsAtTheMediaServerAndForLaterTokens() {
    assertThat(permit("guest", "audio", false, "screen", false).code()).isEqualTo("200");
    assertThat(guest.received())
        .singleElement()
        .satisfies(told ->
            assertThat(told.get("permit"))
                .asString()
                .contains("audio=false", "screen=false", "video=true", "chat=true"));
    world.fire(GroupMedia.PERMIT);
    assertThat(world.mediaServer.permitted().get("v1/guest")).containsExactly(MediaSource.CAMERA);

    guest.send("leaveRoom", "roomId", "v1");
    guest.join("v1");
    assertThat(guest.send("screen", "roomId", "v1").code())
        .as("who leaves and returns may do no more than before")
        .isEqualTo("413");
    assertThat(world.room("v1").permits().sources("guest")).containsExactly(MediaSource.CAMERA);

    permit("guest", "audio", true, "screen", true);
    world.fire(GroupMedia.PERMIT);
    assertThat(world.mediaServer.permitted().get("v1/guest"))
        .containsExactlyInAnyOrder(MediaSource.values());
    assertThat(guest.send("screen", "roomId", "v1").code()).isEqualTo("200");
  }

  @Test
  void chatIsForbiddenWithoutAskingTheMediaServer() {
    permit("guest", "chat", false);

    assertThat(world.timers.take())
        .extracting(set -> set.timer().kind())
        .doesNotContain(GroupMedia.PERMIT);
    assertThat(guest.send("chat", "roomId", "v1", "message", "x").code()).isEqualTo("413");
  }

  @Test
  void nobodyCanSwitchOffWhatGoesFromBrowserToBrowser() {
    host.create("p1");
    host.join("p1");
    guest.join("p1");

    assertThat(host.send("permit", "roomId", "p1", "target", "guest", "audio", false).fields())
        .containsEntry("code", "422")
        .containsEntry("message", "audio must be named in a video room only");
  }

  @Test
  void onlyItsCreatorAndTheHostEndAGroup() {
    Client third = world.user("third");
    third.join("v1");
    Object made =
        guest.send("createGroup", "roomId", "v1", "list", List.of("guest", "third")).get("groupId");

    assertThat(third.send("endGroup", "roomId", "v1", "groupId", made).code()).isEqualTo("413");
    assertThat(guest.send("endGroup", "roomId", "v1", "groupId", made).code()).isEqualTo("200");
    Object another =
        guest.send("createGroup", "roomId", "v1", "list", List.of("guest")).get("groupId");
    assertThat(host.send("endGroup", "roomId", "v1", "groupId", another).code()).isEqualTo("200");
  }

  private Client.Answer permit(String target, Object... what) {
    Object[] fields = new Object[what.length + 4];
    System.arraycopy(new Object[] {"roomId", "v1", "target", target}, 0, fields, 0, 4);
    System.arraycopy(what, 0, fields, 4, what.length);
    return host.send("permit", fields);
  }
}
