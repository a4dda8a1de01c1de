package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.kernel.Cursors;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, how, and that nothing is left behind. */
class RoomsRefusalsTest extends RoomsFixture {

  @Test
  void aMissingUserNameHasTheDocumentedText() {
    String expected = "Failed to create room: identity is required for join but not set";

    assertRefused(api.post("/api/room/create", "{}"), 400, expected);
    assertRefused(api.post("/api/room/create", "{\"userName\":\"\"}"), 400, expected);
    assertRefused(
        api.post("/api/token", "{\"roomId\":\"room-1\"}"),
        400,
        "Failed to join room: identity is required for join but not set");
    assertThat(livekit.faults().requests()).isEmpty();
    assertThat(api.list(Map.of()).body()).containsEntry("total", 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "{\"userName\":1}",
        "{\"userName\":{}}",
        "{\"userName\":\"a/b\"}",
        "{\"userName\":\"a\\u0000b\"}",
        "{\"userName\":\"ann\",\"roomTopic\":5}",
        "{\"userName\":\"ann\",\"description\":[]}",
        "{\"userName\":\"ann\",\"maxParticipants\":101}",
        "{\"userName\":\"ann\",\"maxParticipants\":1e99}"
      })
  void wrongTypesAndValuesAre400(String body) {
    assertThat(api.post("/api/room/create", body).status()).isEqualTo(400);
    assertThat(livekit.rooms()).isEmpty();
  }

  @Test
  void anUnknownRoomHasTheDocumentedText() {
    assertRefused(api.join("room-1", "ann"), 404, "Failed to join room: Room not found");
    assertRefused(api.join("RM_1", "ann"), 404, "Failed to join room: Room not found");
    assertRefused(api.room("GET", "RM_1"), 404, "Failed to get room: Room not found");
    assertRefused(api.room("DELETE", "room-1"), 404, "Failed to delete room: Room not found");
    assertThat(api.join("a/b", "ann").status()).isEqualTo(400);
    assertThat(api.join("x".repeat(65), "ann").status()).isEqualTo(400);
  }

  @Test
  void aFullRoomIs409AndTheSameIdentityIsNotASecondOne() {
    String roomId = api.create("ann").text("roomId");

    assertThat(api.join(roomId, "bob").status()).isEqualTo(200);
    assertThat(api.join(roomId, "bob").status()).isEqualTo(200);
    assertThat(api.join(roomId, "ann").status()).isEqualTo(200);
    assertRefused(api.join(roomId, "cat"), 409, "Failed to join room: Room is full");
  }

  @Test
  void nobodyTakesTheSeatOfAMemberOnASocketWithoutProvingWhoTheyAre() {
    String roomId = api.create("ann").text("roomId");
    RoomKey key = api.license.room(roomId);
    Seat bob =
        new Seat(
            "bob",
            SeatConnection.socket("c1", Viewer.UNKNOWN, "j"),
            "Bob",
            clock.millis(),
            "",
            Seat.newcomer());
    new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable"))
        .join(key, bob, clock.instant().minusSeconds(30));

    assertRefused(
        api.join(roomId, "bob"),
        409,
        "Failed to join room: Somebody of this name is connected to the room");
    String body = "{\"roomId\":\"" + roomId + "\",\"userName\":\"bob\"}";
    assertThat(api.post("/api/token", body).status()).isEqualTo(409);
    assertThat(
            new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock)
                .findNow(key)
                .orElseThrow()
                .seats())
        .containsEntry("bob", bob);

    APIGatewayV2HTTPEvent vouched = withHeader("s-connector-jwt", tokenOf(api.license));
    vouched.setBody(body);
    assertThat(api.call("POST /api/room/join", vouched).status())
        .as("the tenant knows its users")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roomTopic", "roomTitle"})
  void aTitleThatIsTooLongIsRefusedAndNotCut(String field) {
    String fits = "제".repeat(200);
    assertThat(titled(field, fits).text("roomTopic")).isEqualTo(fits);
    assertThat(titled(field, fits + "목").status()).isEqualTo(400);
    assertThat(api.list(Map.of()).body()).containsEntry("total", 1);
  }

  private Answer titled(String field, String title) {
    return api.post(
        "/api/room/create", "{\"userName\":\"ann\",\"" + field + "\":\"" + title + "\"}");
  }

  @Test
  void aDisabledLicenseMintsNothingFromThatMoment() {
    String roomId = api.create("ann").text("roomId");
    String token = tokenOf(api.license);
    assertThat(api.join(roomId, "bob").status()).isEqualTo(200);

    control().disable(api.license.id());

    assertRefused(api.join(roomId, "bob"), 403, "Failed to join room: The license is disabled");
    APIGatewayV2HTTPEvent withToken = withHeader("s-connector-jwt", token);
    withToken.setBody("{\"roomId\":\"" + roomId + "\",\"userName\":\"bob\"}");
    assertThat(api.call("POST /api/token", withToken).status()).isEqualTo(403);
    assertThat(api.create("ann").status()).isEqualTo(403);
    control().enable(api.license.id());
    assertThat(api.join(roomId, "bob").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"room-1", "RM_1", "#", "sid#RM_1", "%zz", "a b"})
  void whatNamesNoRoomIsNotFoundHoweverLongItIs(String name) {
    for (String roomId : List.of(name, name + "x".repeat(1_025), name + "x".repeat(2_100))) {
      assertThat(api.room("GET", roomId).status()).as(roomId).isEqualTo(404);
      assertThat(api.room("DELETE", roomId).status()).as(roomId).isEqualTo(404);
    }
  }

  @Test
  void whatStandsBesideRoomsInTheTableIsNoRoom() {
    api.create("ann");
    String pointer = "sid#" + livekit.rooms().getFirst().getSid();

    assertThat(api.room("GET", pointer).status()).isEqualTo(404);
    assertThat(api.join(pointer, "bob").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1 ", " room-1", "x room-1", "-5 room-1", "99999999999999999999 room-1"})
  void aTamperedCursorIs400(String position) {
    api.create("ann");
    assertThat(api.list(Map.of("cursor", Cursors.of(position))).status()).isEqualTo(400);
    String tooLong = Cursors.of("1 " + "x".repeat(2_100));
    assertThat(api.list(Map.of("cursor", tooLong)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, 101", "limit, x", "cursor, x"})
  void aWrongPageIs400(String name, String value) {
    assertThat(api.list(Map.of(name, value)).status()).isEqualTo(400);
  }

  @Test
  void aLicenseOpensRoomsNoFasterThanItMay() {
    RoomsApi slow =
        new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("RATE_LIMITS", "createRoom=1/6"));
    assertThat(slow.create("ann").status()).isEqualTo(200);

    Answer refused = slow.create("ann");
    assertRefused(refused, 429, "Failed to create room: Too many rooms at once, try again later");
    assertThat(refused.headers()).containsEntry("retry-after", "10");
    clock.advance(Duration.ofSeconds(10));
    assertThat(slow.create("ann").status()).isEqualTo(200);
  }

  @Test
  void aDisabledLicenseOpensNothing() {
    control().disable(api.license.id());
    assertThat(api.create("ann").status()).isEqualTo(403);
    assertThat(livekit.rooms()).isEmpty();
  }

  @Test
  void aLicenseOpensNoMoreRoomsThanItMay() {
    var small = NewLicense.issue("small", 1, clock).license();
    new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .create(small);
    RoomsApi limited =
        new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("DEFAULT_LICENSE", small.id()));

    String first = limited.create("ann").text("roomId");
    assertRefused(
        limited.create("ann"),
        403,
        "Failed to create room: The license has as many rooms open as it may");
    assertThat(livekit.rooms()).hasSize(1);
    limited.room("DELETE", first);
    assertThat(limited.create("ann").status()).isEqualTo(200);
  }

  @Test
  void aLiveKitThatIsDownLeavesNothingBehind() {
    livekit.faults().status("CreateRoom", 503);

    Answer refused = api.create("ann");

    assertRefused(refused, 503, "Failed to create room: The media server is not available");
    assertThat(refused.headers()).containsEntry("retry-after", "5");
    assertThat(api.list(Map.of()).body()).containsEntry("total", 0);
    assertThat(openRooms()).isEmpty();
  }

  @Test
  void aLiveKitThatIsDownKeepsARoomFromBeingHalfDeleted() {
    String roomId = api.create("ann").text("roomId");
    livekit.faults().status("DeleteRoom", 500);

    assertThat(api.room("DELETE", roomId).status()).isEqualTo(503);
    assertThat(api.room("GET", roomId).status()).isEqualTo(200);
    assertThat(api.room("DELETE", roomId).status()).isEqualTo(200);
  }

  @Test
  void aTableThatFailsLeavesNoCountBehind() {
    DYNAMO.faults().fail("TransactWriteItems", 1, () -> new IllegalStateException("no table"));

    assertThat(api.create("ann").status()).isEqualTo(500);
    assertThat(openRooms()).isEmpty();
  }

  @Test
  void withoutAMediaServerEverythingElseWorks() {
    RoomsApi without = new RoomsApi(DYNAMO, clock, "", Map.of());

    assertRefused(
        without.create("ann"), 503, "Failed to create room: This deployment has no media server");
    assertThat(without.list(Map.of()).status()).isEqualTo(200);
    assertThat(without.webhook("{}", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void strictAccessNeedsATokenAndEachTenantSeesItsOwn() {
    String others = api.create("ann").text("roomId");
    RoomsApi strict = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("ACCESS", "strict"));
    String token = tokenOf(strict.license);

    assertRefused(strict.list(Map.of()), 401, "Unauthorized");
    assertThat(list(strict, "authorization", "Bearer wrong")).isEqualTo(401);
    assertThat(list(strict, "authorization", "Bearer " + token)).isEqualTo(200);
    assertThat(list(strict, "s-connector-jwt", token)).isEqualTo(200);
    assertThat(list(api, "s-connector-jwt", "wrong")).as("documented, but wrong").isEqualTo(401);
    assertThat(get(strict, others, token)).as("another tenant's room").isEqualTo(404);
    clock.advance(Duration.ofHours(2));
    assertThat(list(strict, "s-connector-jwt", token)).isEqualTo(401);
  }

  private String tokenOf(License license) {
    return new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, clock)
        .issue(license, Duration.ofHours(1));
  }

  private static DynamoLicenseControl control() {
    return new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"));
  }

  private static int list(RoomsApi api, String header, String value) {
    return api.call("GET /api/rooms", withHeader(header, value)).status();
  }

  private static int get(RoomsApi api, String roomId, String token) {
    APIGatewayV2HTTPEvent event = withHeader("s-connector-jwt", token);
    event.setPathParameters(Map.of("roomId", roomId));
    return api.call("GET /api/room/{roomId}", event).status();
  }

  private static APIGatewayV2HTTPEvent withHeader(String header, String value) {
    APIGatewayV2HTTPEvent event = RoomsApi.event("");
    event.setHeaders(Map.of(header, value));
    return event;
  }

  private Set<String> openRooms() {
    return new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .find(api.license.id())
        .orElseThrow()
        .rooms();
  }

  private static void assertRefused(Answer answer, int status, String message) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(Map.of("statusCode", status, "message", message));
  }
}
