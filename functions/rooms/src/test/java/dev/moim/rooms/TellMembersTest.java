package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.MemberChange;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import java.time.Duration;
import livekit.LivekitModels.ParticipantInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members on sockets hear of those who come with a token; a room without sockets asks nobody. */
class TellMembersTest extends RoomsFixture {

  private String roomId;
  private String token;
  private RoomKey key;
  private DynamoSeats seats;

  @BeforeEach
  void createRoom() {
    var created = api.create("ann");
    roomId = created.text("roomId");
    token = created.text("token");
    key = new RoomKey(api.license.id(), roomId);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void aRoomWithoutSocketsCostsNoMessage() {
    livekit.disconnect(livekit.connect(token));
    deliverAll();

    assertThat(api.timers).isEmpty();
  }

  @Test
  void everyComingAndGoingIsToldOnce() {
    sitOnSocket("bob");
    ParticipantInfo ann = livekit.connect(token);
    deliverAll();
    assertThat(api.timers).containsExactly(told("ann"));

    api.timers.clear();
    api.wiring.reconcileRooms().run(api.wiring.media().get().server());
    assertThat(api.timers).as("nothing has changed").isEmpty();

    livekit.disconnect(ann);
    deliverAll();
    assertThat(api.timers).isNotEmpty().containsOnly(told("ann"));
    assertThat(room().seats()).containsOnlyKeys("bob");
  }

  @Test
  void whoWasLostFromASocketAndLosesTheSeatToATokenIsTold() {
    sitOnSocket("bob");
    seats.markLost(key, room().seats().get("bob").holder(), clock.instant());
    livekit.connect(token);
    deliverAll();
    api.timers.clear();
    clock.advance(Duration.ofHours(1));

    assertThat(api.join(roomId, "cat").status()).isEqualTo(200);
    assertThat(room().seats()).containsOnlyKeys("ann", "cat");
    assertThat(api.timers).as("nobody on a socket is left to hear it").isEmpty();
  }

  @Test
  void reconciliationTellsWhatLostEventsWouldHave() {
    sitOnSocket("bob");
    ParticipantInfo ann = livekit.connect(token);
    api.wiring.reconcileRooms().run(api.wiring.media().get().server());
    assertThat(api.timers).containsExactly(told("ann"));

    api.timers.clear();
    livekit.disconnect(ann);
    clock.advance(Duration.ofMinutes(2));
    api.wiring.reconcileRooms().run(api.wiring.media().get().server());
    assertThat(api.timers).containsExactly(told("ann"));
  }

  private Timer told(String userId) {
    return new MemberChange(key, userId).timer();
  }

  private void sitOnSocket(String userId) {
    Seat seat =
        new Seat(
            userId,
            SeatConnection.socket("c-" + userId, Viewer.UNKNOWN, "j"),
            userId,
            clock.millis(),
            "",
            Seat.newcomer());
    seats.join(key, seat, clock.instant());
  }

  private Room room() {
    return new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock)
        .findNow(key)
        .orElseThrow();
  }
}
