package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms that somebody made over a socket and left: they end, and their tenant can end them. */
class PlainRoomsTest extends RoomsFixture {

  private static final Duration DAY = Duration.ofDays(1);

  private Licenses licenses;
  private DynamoRooms rooms;
  private DynamoSeats seats;

  @BeforeEach
  void stores() {
    licenses =
        new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
    rooms = new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock);
    seats = new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"));
  }

  @Test
  void whatNobodyIsInForADayEndsAndCountsNoMore() {
    RoomKey abandoned = open(api.license, "abandoned", false);
    RoomKey meantToGo = open(api.license, "meant-to-go", true);
    RoomKey used = open(api.license, "used", false);
    sit(used, "ann");

    api.wiring.expireRooms().run();
    clock.advance(DAY.minusSeconds(1));
    api.wiring.expireRooms().run();
    assertThat(licenses.find(api.license.id()).orElseThrow().listedRooms())
        .extracting(RoomLife::key)
        .containsExactlyInAnyOrder(abandoned, meantToGo, used);

    clock.advance(Duration.ofSeconds(1));
    api.wiring.expireRooms().run();
    assertThat(licenses.find(api.license.id()).orElseThrow().listedRooms())
        .extracting(RoomLife::key)
        .containsExactlyInAnyOrder(meantToGo, used);
    assertThat(rooms.findNow(abandoned)).isEmpty();
  }

  @Test
  void aDayBeginsAnewWhenSomebodyHasBeenThere() {
    RoomKey room = open(api.license, "meeting", false);
    api.wiring.expireRooms().run();
    clock.advance(DAY.minusMinutes(1));
    Seat ann = sit(room, "ann");
    seats.leave(rooms.findNow(room).orElseThrow(), ann.holder());
    clock.advance(Duration.ofMinutes(2));

    api.wiring.expireRooms().run();
    assertThat(rooms.findNow(room)).isPresent();
    clock.advance(DAY);
    api.wiring.expireRooms().run();
    assertThat(rooms.findNow(room)).isEmpty();
  }

  @Test
  void aDeploymentSaysHowLongTheyMayBeEmpty() {
    RoomsApi hasty = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("EMPTY_ROOM_SECONDS", "60"));
    RoomKey room = open(hasty.license, "meeting", false);
    hasty.wiring.expireRooms().run();
    clock.advance(Duration.ofSeconds(60));
    hasty.wiring.expireRooms().run();
    assertThat(rooms.findNow(room)).isEmpty();
  }

  @Test
  void whatFailsForOneLicenseStopsNoOther() {
    List<License> tenants = List.of(tenant(), tenant(), tenant());
    List<RoomKey> open = tenants.stream().map(each -> open(each, "room", false)).toList();
    api.wiring.expireRooms().run();
    clock.advance(DAY);
    DYNAMO.faults().fail("BatchGetItem", 1, () -> new IllegalStateException("not now"));

    assertThatThrownBy(() -> api.wiring.expireRooms().run()).hasMessageContaining("1 licenses");
    assertThat(open).filteredOn(room -> rooms.findNow(room).isPresent()).hasSize(1);
  }

  @Test
  void itsTenantListsAndDeletesThem() {
    RoomKey plain = open(api.license, "abandoned", false);
    String group = api.create("ann").text("roomId");
    String token = token(api.license);

    assertThat(ids(list(token, Map.of("all", "true"))))
        .containsExactlyInAnyOrder(plain.roomId(), group);
    assertThat(ids(list(token, Map.of("all", "true", "limit", "1")))).hasSize(1);
    assertThat(ids(list(token, Map.of()))).containsExactly(group);
    assertThat(ids(list(token(tenant()), Map.of("all", "true")))).isEmpty();
    assertThat(api.list(Map.of("all", "true")).status()).as("without proof").isEqualTo(401);
    assertThat(api.list(Map.of("all", "maybe")).status()).isEqualTo(400);

    assertThat(api.room("DELETE", plain.roomId()).status()).as("without proof").isEqualTo(404);
    assertThat(delete(plain, token(tenant())).status()).as("another's").isEqualTo(404);
    assertThat(delete(plain, token).status()).isEqualTo(200);
    assertThat(rooms.findNow(plain)).isEmpty();
    assertThat(licenses.find(api.license.id()).orElseThrow().rooms()).containsExactly(group);
  }

  @Test
  void whoIsConnectedIsNotThrownOutUnheardAndWhoIsLongGoneDoesNotCount() {
    RoomKey room = open(api.license, "meeting", false);
    Seat ann = sit(room, "ann");
    String token = token(api.license);
    assertThat(delete(room, token).status()).isEqualTo(409);

    seats.markLost(room, ann.holder(), clock.instant());
    clock.advance(Duration.ofSeconds(29));
    assertThat(delete(room, token).status()).as("may return").isEqualTo(409);
    clock.advance(Duration.ofSeconds(2));
    assertThat(delete(room, token).status()).isEqualTo(200);
  }

  private RoomKey open(License license, String roomId, boolean destroy) {
    Room room =
        Room.opened(license.room(roomId), clock.millis())
            .capacity(2)
            .option(Option.DESTROY, destroy)
            .createdBy("guest")
            .build();
    licenses.openRoom(room.life());
    assertThat(rooms.create(room)).isTrue();
    return room.key();
  }

  private Seat sit(RoomKey room, String userId) {
    SeatConnection socket = SeatConnection.socket("c-" + userId, Viewer.UNKNOWN, "j");
    Seat seat = new Seat(userId, socket, userId, clock.millis(), "", Seat.newcomer());
    seats.join(room, seat, clock.instant().minusSeconds(30));
    return seat;
  }

  private License tenant() {
    License license = NewLicense.issue("tenant", 10, clock).license();
    licenses.create(license);
    return license;
  }

  private String token(License license) {
    return new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, clock).issue(license, Duration.ofDays(3));
  }

  private Answer list(String token, Map<String, String> query) {
    APIGatewayV2HTTPEvent event = event(token);
    event.setQueryStringParameters(query);
    return api.call("GET /api/rooms", event);
  }

  private Answer delete(RoomKey room, String token) {
    APIGatewayV2HTTPEvent event = event(token);
    event.setPathParameters(Map.of("roomId", room.roomId()));
    return api.call("DELETE /api/room/{roomId}", event);
  }

  private static APIGatewayV2HTTPEvent event(String token) {
    APIGatewayV2HTTPEvent event = RoomsApi.event("");
    event.setHeaders(Map.of("s-connector-jwt", token));
    return event;
  }

  private static List<String> ids(Answer answer) {
    return ((List<?>) answer.body().get("rooms"))
        .stream().map(room -> String.valueOf(((Map<?, ?>) room).get("roomId"))).toList();
  }
}
