package dev.moim.licenses;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class LicensesFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private final TestClock clock = TestClock.at("2100-12-30T16:22:11.876Z");

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    LicensesApi api = new LicensesApi(DYNAMO, clock, "auth=1000000/1000000");
    NewLicense tenant = api.tenant("fuzz", clock);
    DynamoRooms rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    for (String roomId : new String[] {"lobby", "방 1", "r3"}) {
      Room room = Room.opened(tenant.license().room(roomId), clock.millis()).build();
      api.licenses.openRoom(room.life());
      rooms.create(room);
      clock.advance(Duration.ofMinutes(1));
    }

    HttpFuzz.of("licenses")
        .knowing("accessKey", tenant.license().id())
        .knowing("secretKey", tenant.secretKey())
        .knowing("room_name", "lobby", "방 1", "r3")
        .knowing("startTime", "2100-12-30", "2100-12-30T00:00:00Z", "4133000000000")
        .knowing("endTime", "2100-12-31", "4133999999999")
        .knowing("limit", "1", "2", "300")
        .learning("/nextCursor", "cursor")
        .proving(Map.of("s-connector-jwt", api.tokenOf(tenant)))
        .proving(Map.of("authorization", "Bearer " + api.tokenOf(tenant)))
        .run(api::answer);
  }
}
