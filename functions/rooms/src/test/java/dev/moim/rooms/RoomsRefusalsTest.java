package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import java.time.Duration;
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
    new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable")).disable(api.license.id());
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
    assertThat(limited.create("ann").status()).isEqualTo(403);
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
    String token =
        new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, clock)
            .issue(strict.license, Duration.ofHours(1));

    assertRefused(strict.list(Map.of()), 401, "Unauthorized");
    assertThat(list(strict, "authorization", "Bearer wrong")).isEqualTo(401);
    assertThat(list(strict, "authorization", "Bearer " + token)).isEqualTo(200);
    assertThat(list(strict, "s-connector-jwt", token)).isEqualTo(200);
    assertThat(list(api, "s-connector-jwt", "wrong")).as("documented, but wrong").isEqualTo(401);
    assertThat(get(strict, others, token)).as("another tenant's room").isEqualTo(404);
    clock.advance(Duration.ofHours(2));
    assertThat(list(strict, "s-connector-jwt", token)).isEqualTo(401);
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
    return new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .find(api.license.id())
        .orElseThrow()
        .rooms();
  }

  private static void assertRefused(Answer answer, int status, String message) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(Map.of("statusCode", status, "message", message));
  }
}
