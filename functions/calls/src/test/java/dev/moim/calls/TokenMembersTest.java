package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.MemberChange;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.dynamodb.DynamoLeases;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members who have no socket: they came with a token for the media server. */
class TokenMembersTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client host;
  private RoomKey key;
  private DynamoSeats seats;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
    host = world.user("host");
    key = world.license.license().room("v1");
    host.send("createVideoRoom", "roomId", "v1", "destroy", true);
    host.join("v1");
    Seat lease = Seat.leased("phone", world.clock.instant(), Duration.ofMinutes(2), Viewer.UNKNOWN);
    seats.join(key, lease, world.clock.instant());
    host.received();
  }

  @Test
  void theirComingAndGoingIsToldToThoseOnSockets() {
    connect();
    change();
    assertThat(host.received())
        .singleElement()
        .satisfies(told ->
            assertThat(told)
                .containsEntry("type", "join")
                .hasEntrySatisfying(
                    "user", user -> assertThat(user).asString().contains("id=phone")));

    seats.leave(world.room("v1"), participant().holder());
    change();
    assertThat(host.received())
        .singleElement()
        .satisfies(
            told -> assertThat(told).containsEntry("type", "leave").containsEntry("user", "phone"));
  }

  @Test
  void whoHasNotUsedTheirTokenIsNobodyYet() {
    assertThat(members()).containsOnlyKeys("host");
    connect();
    assertThat(members()).containsOnlyKeys("host", "phone");
  }

  @Test
  void whoHasNotUsedTheirTokenIsNobodysHost() {
    Client late = world.user("late");
    late.join("v1");
    assertThat(host.send("editRoomInfo", "roomId", "v1", "host", "phone").code()).isEqualTo("412");

    host.send("leaveRoom", "roomId", "v1");

    assertThat(late.received())
        .singleElement()
        .satisfies(
            told -> assertThat(told).containsEntry("type", "leave").containsEntry("host", "late"));
    assertThat(late.send("editRoomInfo", "roomId", "v1", "title", "mine").code()).isEqualTo("200");
    assertThat(late.send("destroyRoom", "roomId", "v1").code()).isEqualTo("200");
  }

  @Test
  void aTokenThatWasNotUsedInTimeKeepsNoRoom() {
    world.clock.advance(Duration.ofMinutes(3));

    assertThat(host.send("leaveRoom", "roomId", "v1").code()).isEqualTo("200");

    assertThat(world.findRoom("v1")).isEmpty();
    assertThat(world.licenseNow().rooms()).isEmpty();
  }

  @Test
  void aTokenThatMayStillBeUsedKeepsItsRoom() {
    assertThat(host.send("leaveRoom", "roomId", "v1").code()).isEqualTo("200");

    assertThat(world.room("v1").seats()).containsOnlyKeys("phone");
  }

  @Test
  void whoUsesTheirTokenMayBeHost() {
    connect();

    assertThat(host.send("editRoomInfo", "roomId", "v1", "host", "phone").code()).isEqualTo("200");
    assertThat(world.room("v1").hostId()).contains("phone");
  }

  @Test
  void whatIsSaidToThemIsRefusedAndNotLost() {
    connect();

    for (String eventOp : List.of("chat", "inform")) {
      assertThat(host.send(eventOp, "roomId", "v1", "target", "phone", "message", "안녕").code())
          .as(eventOp)
          .isEqualTo("412");
    }
    assertThat(host.send("reqCanvasImage", "roomId", "v1", "target", "phone").code())
        .isEqualTo("412");
    assertThat(host.send("chat", "roomId", "v1", "message", "everybody").code()).isEqualTo("200");
  }

  @Test
  void aHostThrowsThemOutLikeAnybody() {
    connect();

    assertThat(host.send("kickOut", "roomId", "v1", "target", "phone").code()).isEqualTo("200");
    assertThat(world.room("v1").seats()).containsOnlyKeys("host");
    assertThat(world.room("v1").bars(Seat.of(participant()))).isTrue();
  }

  private void connect() {
    new DynamoLeases(DYNAMO.client(), DYNAMO.table("RoomsTable")).confirm(key, participant());
  }

  private static Participant participant() {
    return new Participant("PA_1", 5, "phone");
  }

  private void change() {
    world.wiring.timerActions().run(new MemberChange(key, "phone").timer());
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> members() {
    return (Map<String, Object>) host.send("memberList", "roomId", "v1").get("members");
  }
}
