package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.room.UnjoinedRoom;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoomTest {

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
  void createsARoomThatItsCreatorHasNotJoined() {
    Client.Answer answer = host.create("K43254033", "title", "chatRoom");

    assertThat(answer.code()).isEqualTo("200");
    assertThat(answer.get("roomId")).isEqualTo("K43254033");
    assertThat(world.room("K43254033").seats()).isEmpty();
    assertThat(host.create("K43254033").code()).isEqualTo("443");
  }

  @Test
  void aDrawnIdOfAnotherRoomIsDrawnAnew() {
    DYNAMO.faults().refuse("PutItem", 1);

    Client.Answer answer = host.send("createRoom", "destroy", true);

    assertThat(answer.code()).isEqualTo("200");
    assertThat(world.licenseNow().listedRooms())
        .extracting(life -> life.key().roomId())
        .containsExactly(String.valueOf(answer.get("roomId")));
  }

  @Test
  void whereEveryDrawnIdIsTakenNoRoomIsCounted() {
    DYNAMO.faults().refuse("PutItem", 8);

    assertThat(host.send("createRoom", "destroy", true).code()).isEqualTo("443");
    assertThat(world.licenseNow().listedRooms()).isEmpty();
  }

  @Test
  void appliesTheDocumentedDefaults() {
    Object p2p = host.send("createRoom", "destroy", "").get("roomId");
    Object video = host.send("createVideoRoom", "destroy", "true").get("roomId");

    assertThat((String) p2p).matches("r\\d{7}");
    assertThat(world.room((String) p2p))
        .satisfies(room -> {
          assertThat(room.capacity()).isEqualTo(2);
          assertThat(room.media()).isFalse();
          assertThat(room.destroy()).isFalse();
        });
    assertThat(world.room((String) video))
        .satisfies(room -> {
          assertThat(room.capacity()).isEqualTo(16);
          assertThat(room.media()).isTrue();
          assertThat(room.destroy()).isTrue();
        });
  }

  @Test
  void refusesBadParameters() {
    assertThat(host.send("createRoom").code()).as("no destroy").isEqualTo("421");
    assertThat(host.create("r", "capacity", 0).code()).isEqualTo("422");
    assertThat(host.create("r", "capacity", 101).code()).isEqualTo("422");
    assertThat(host.create("r", "capacity", "five").code()).isEqualTo("422");
    assertThat(host.create("r", "capacity", "5").code()).as("a numeric text").isEqualTo("200");
  }

  @Test
  void aLicenseHasARoomLimit() {
    NewLicense small = world.newLicense(1);
    Client other = world.connect("c-other");
    other.register(small, "other");

    assertThat(other.create("one").code()).isEqualTo("200");
    assertThat(other.create("two").code()).isEqualTo("403");
    assertThat(other.send("destroyRoom", "roomId", "one").code()).isEqualTo("200");
    assertThat(other.create("two").code()).as("freed by destroying").isEqualTo("200");
    other.join("two");
    other.send("leaveRoom", "roomId", "two");
    assertThat(other.create("three").code()).as("freed by emptying").isEqualTo("200");
  }

  @Test
  void joiningAnswersWithEveryoneAndTellsTheOthers() {
    host.create("r1", "title", "제목");
    host.join("r1");
    Client.Answer answer = guest.join("r1");

    assertThat(answer.fields())
        .containsEntry("code", "200")
        .containsEntry("roomId", "r1")
        .containsEntry("isRecording", false)
        .containsEntry("media", false)
        .containsEntry("title", "제목")
        .containsEntry("host", "host")
        .containsEntry("share", null)
        .containsEntry("createdAt", "2100-01-01T00:00:00Z")
        .containsEntry("fileServerUrl", "")
        .containsEntry("talkingNoty", false)
        .containsEntry("rev", 2)
        .containsEntry("recovered", false);
    assertThat(members(answer)).containsOnlyKeys("host", "guest");
    assertThat(host.received())
        .singleElement()
        .satisfies(presence -> {
          assertThat(presence)
              .containsEntry("eventOp", "presence")
              .containsEntry("type", "join")
              .containsEntry("roomId", "r1")
              .containsEntry("rev", 2);
          assertThat(presence.get("user")).isEqualTo(members(answer).get("guest"));
        });
    assertThat(guest.received()).isEmpty();
  }

  @Test
  void aMemberIsShownAsTheDocumentSays() {
    host.create("r1");

    assertThat(members(host.join("r1")).get("host"))
        .isEqualTo(
            Map.of(
                "id", "host",
                "userId", "host",
                "name", "host",
                "userType", "host",
                "device", "",
                "video", true,
                "audio", true,
                "permit",
                    Map.of(
                        "screen", true,
                        "chat", true,
                        "whiteboard", true,
                        "draw", true,
                        "document", true)));
  }

  @Test
  void refusesJoiningWithTheDocumentedCodes() {
    assertThat(guest.join("nowhere").code()).isEqualTo("441");
    host.create("r1", "capacity", 1);
    host.join("r1");
    world.clock.advance(Duration.ofMillis(1));
    assertThat(host.join("r1").code()).as("twice").isEqualTo("442");
    assertThat(guest.join("r1").code()).as("full").isEqualTo("444");
    assertThat(guest.send("joinRoom", "roomId", "r1", "userId", "host").code()).isEqualTo("413");
    assertThat(world.connect("fresh").send("joinRoom", "roomId", "r1", "userId", "x").code())
        .isEqualTo("410");
  }

  @Test
  void aConnectionMayBeInSixteenRooms() {
    NewLicense large = world.newLicense(20);
    Client roamer = world.connect("c-roamer");
    roamer.register(large, "roamer");
    for (int i = 0; i < 17; i++) {
      roamer.create("room" + i);
    }
    for (int i = 0; i < 16; i++) {
      assertThat(roamer.join("room" + i).code()).isEqualTo("200");
    }
    assertThat(roamer.join("room16").code()).isEqualTo("445");
    roamer.send("leaveRoom", "roomId", "room0");
    assertThat(roamer.join("nowhere").code()).isEqualTo("441");
    assertThat(roamer.join("room16").code()).as("a refused join takes no place").isEqualTo("200");
  }

  @Test
  void leavingHandsTheHostRoleOn() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(host.send("leaveRoom", "roomId", "r1").code()).isEqualTo("200");

    assertThat(guest.received())
        .singleElement()
        .satisfies(leave ->
            assertThat(leave)
                .containsEntry("type", "leave")
                .containsEntry("user", "host")
                .containsEntry("host", "guest"));
    assertThat(host.send("leaveRoom", "roomId", "r1").code()).as("again").isEqualTo("412");
    assertThat(host.send("leaveRoom", "roomId", "nowhere").code()).isEqualTo("441");
    assertThat(members(host.join("r1")).get("guest").toString()).contains("userType=host");
  }

  @Test
  void aRoomGoesWithItsLastMemberOnlyIfItShould() {
    host.create("goes");
    host.create("stays", "destroy", false);
    for (String room : List.of("goes", "stays")) {
      host.join(room);
      host.send("leaveRoom", "roomId", room);
    }

    assertThat(world.findRoom("goes")).isEmpty();
    assertThat(world.findRoom("stays")).isPresent();
    assertThat(world.licenseNow().rooms()).containsExactly("stays");
  }

  @Test
  void aRoomNobodyJoinsGoesAwayAfterAQuarterOfAnHour() {
    host.create("r1");
    host.create("r2");
    host.join("r2");

    world.clock.advance(Duration.ofMinutes(15));
    world.fire(UnjoinedRoom.TIMER);

    assertThat(world.findRoom("r1")).isEmpty();
    assertThat(world.findRoom("r2")).isPresent();
    assertThat(world.licenseNow().rooms()).containsExactly("r2");
  }

  @Test
  void onlyTheHostDestroysAndEveryoneHearsThatTheyHaveLeft() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(guest.send("destroyRoom", "roomId", "r1").code()).isEqualTo("413");
    assertThat(host.send("destroyRoom", "roomId", "r1").code()).isEqualTo("200");

    assertThat(guest.received())
        .singleElement()
        .satisfies(leave ->
            assertThat(leave)
                .containsEntry("type", "leave")
                .containsEntry("user", "guest")
                .containsEntry("destroyed", true));
    assertThat(host.send("destroyRoom", "roomId", "r1").code()).isEqualTo("441");
  }

  @Test
  void aKickedMemberStaysOut() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    host.received();
    guest.received();

    assertThat(guest.send("kickOut", "roomId", "r1", "target", "host").code()).isEqualTo("413");
    assertThat(host.send("kickOut", "roomId", "r1", "target", "nobody").code()).isEqualTo("412");
    assertThat(host.send("kickOut", "roomId", "r1", "target", "host").code()).isEqualTo("422");
    assertThat(host.send("kickOut", "roomId", "r1", "target", "guest").code()).isEqualTo("200");

    assertThat(guest.received())
        .singleElement()
        .satisfies(kick -> assertThat(kick).containsEntry("type", "kickOut"));
    assertThat(host.received())
        .singleElement()
        .satisfies(leave ->
            assertThat(leave).containsEntry("type", "leave").containsEntry("user", "guest"));
    assertThat(guest.join("r1").code()).isEqualTo("413");
    assertThat(guest.send("chat", "roomId", "r1", "message", "x").code()).isEqualTo("412");
  }

  @Test
  void theHostEditsTheRoom() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(guest.send("editRoomInfo", "roomId", "r1", "title", "x").code()).isEqualTo("413");
    assertThat(host.send("editRoomInfo", "roomId", "r1").code()).isEqualTo("421");
    assertThat(host.send("editRoomInfo", "roomId", "r1", "capacity", 1).code()).isEqualTo("422");
    assertThat(host.send("editRoomInfo", "roomId", "r1", "host", "x").code()).isEqualTo("412");
    assertThat(host.send("editRoomInfo", "roomId", "r1", "title", "new", "host", "guest").code())
        .isEqualTo("200");

    assertThat(guest.received())
        .singleElement()
        .satisfies(
            edit -> assertThat(edit).containsEntry("title", "new").containsEntry("host", "guest"));
    assertThat(host.send("kickOut", "roomId", "r1", "target", "guest").code()).isEqualTo("413");
  }

  @Test
  void permitsAreKeptAndEnforced() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(host.send("permit", "roomId", "r1", "target", "guest").code()).isEqualTo("421");
    assertThat(
            host.send("permit", "roomId", "r1", "target", "guest", "chat", false, "screen", false)
                .code())
        .isEqualTo("200");
    assertThat(guest.received())
        .singleElement()
        .satisfies(told -> assertThat(told.get("permit").toString()).contains("chat=false"));
    assertThat(guest.send("chat", "roomId", "r1", "message", "x").code()).isEqualTo("413");
    assertThat(guest.send("screen", "roomId", "r1").code()).isEqualTo("413");
    assertThat(guest.send("whiteboard", "roomId", "r1").code()).isEqualTo("200");
    assertThat(guest.send("permit", "roomId", "r1", "target", "guest", "chat", true).code())
        .isEqualTo("413");
  }

  @Test
  void anEmptyTitleTakesTheOldOneAway() {
    host.create("r1", "title", "old");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(host.send("editRoomInfo", "roomId", "r1", "title", "").code()).isEqualTo("200");

    assertThat(world.room("r1").title()).isEmpty();
    assertThat(guest.received())
        .singleElement()
        .satisfies(told -> assertThat(told).containsEntry("title", ""));
  }

  @Test
  void groupsGatherMembersOfTheRoom() {
    host.create("r1");
    host.join("r1");
    guest.join("r1");
    guest.received();

    assertThat(host.send("createGroup", "roomId", "r1", "list", List.of("x")).code())
        .isEqualTo("412");
    assertThat(host.send("createGroup", "roomId", "r1", "list", List.of()).code()).isEqualTo("421");
    Client.Answer made =
        host.send("createGroup", "roomId", "r1", "list", List.of("host", "guest"), "title", "g");
    assertThat(made.code()).isEqualTo("200");
    assertThat(guest.received())
        .singleElement()
        .satisfies(told ->
            assertThat(told)
                .containsEntry("type", "createGroup")
                .containsEntry("groupId", made.get("groupId")));
    assertThat(host.send("endGroup", "roomId", "r1", "groupId", made.get("groupId")).code())
        .isEqualTo("200");
    assertThat(host.send("endGroup", "roomId", "r1", "groupId", made.get("groupId")).code())
        .isEqualTo("412");
  }

  @Test
  void twoTenantsUseTheSameRoomIdWithoutMeeting() {
    NewLicense other = world.newLicense(5);
    Client stranger = world.connect("c-stranger");
    stranger.register(other, "guest");
    host.create("r1");
    host.join("r1");
    stranger.create("r1");

    assertThat(members(stranger.join("r1"))).containsOnlyKeys("guest");
    stranger.send("chat", "roomId", "r1", "message", "x");
    assertThat(host.received()).isEmpty();
    assertThat(world.room("r1").seats()).containsOnlyKeys("host");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Client.Answer answer) {
    return (Map<String, Object>) answer.get("members");
  }
}
