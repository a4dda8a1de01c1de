package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.auth0.jwt.JWT;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.wire.jwt.Hs256;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document's operations, field by field. */
class RoomsScenarioTest extends RoomsFixture {

  @Test
  void saysThatItIsThere() {
    Answer health = api.call("GET /api/health", RoomsApi.event(""));

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body())
        .isEqualTo(Map.of("status", "ok", "timestamp", "2100-12-30T16:22:11.876Z"));
  }

  @Test
  void servesTheSdk() {
    APIGatewayV2HTTPResponse sdk = script("moim.min.js");

    assertThat(sdk.getStatusCode()).isEqualTo(200);
    assertThat(sdk.getHeaders())
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=3600");
    assertThat(sdk.getBody()).contains("export{").contains("RTCPeerConnection");
    assertThat(script("knowledgetalk.min.js").getBody())
        .contains("Knowledgetalk")
        .doesNotContain("export{");
  }

  private APIGatewayV2HTTPResponse script(String name) {
    String route = "GET /sdk/" + name;
    APIGatewayV2HTTPEvent event = RoomsApi.event("");
    event.setRouteKey(route);
    return api.answer(route, event);
  }

  @Test
  void createsARoomAndItsCreatorsToken() {
    Answer created =
        api.post(
            "/api/room/create",
            """
            {"userName":"test-user","roomTopic":"My Room",
             "description":"Test room description","maxParticipants":30}\
            """);

    String roomId = created.text("roomId");
    assertThat(created.status()).isEqualTo(200);
    assertThat(roomId).matches("room-4133866931876-[0-9a-z]{6}");
    assertThat(created.body())
        .containsEntry("roomUrl", livekit.url() + "/" + roomId)
        .containsEntry("roomTopic", "My Room")
        .containsEntry("roomTitle", "My Room")
        .containsEntry("description", "Test room description")
        .containsEntry("maxParticipants", 30)
        .containsEntry("userName", "test-user")
        .containsEntry("livekitUrl", livekit.url())
        .hasSize(9);
    assertThat(livekit.connect(created.text("token")).getIdentity()).isEqualTo("test-user");
    assertThat(livekit.rooms())
        .singleElement()
        .satisfies(room -> {
          assertThat(room.getMaxParticipants()).isEqualTo(30);
          assertThat(room.getEmptyTimeout()).isEqualTo(300);
          assertThat(room.getName()).isEqualTo(api.license.id() + "." + roomId);
          assertThat(room.getMetadata())
              .isEqualTo(
                  "{\"topic\":\"My Room\",\"description\":\"Test room description\","
                      + "\"createdBy\":\"test-user\"}");
        });
  }

  @Test
  void whoeverCreatesARoomWithAnOwnersTokenRulesIt() {
    LicenseTokens tokens = new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, clock);
    Duration hour = Duration.ofHours(1);

    assertThat(roomAdmin(tokens.issueToOwner(api.license, hour))).isEqualTo(true);
    assertThat(roomAdmin(tokens.issue(api.license, hour))).isNull();
  }

  /** That grant of the creator's token for the media server. */
  private Object roomAdmin(String licenseToken) {
    APIGatewayV2HTTPEvent event = RoomsApi.event("{\"userName\":\"ann\"}");
    event.setHeaders(Map.of("s-connector-jwt", licenseToken));
    String token = api.call("POST /api/room/create", event).text("token");
    var claims = Hs256.verify(token, FakeLiveKit.SECRET, clock.instant()).orElseThrow();
    return ((Map<?, ?>) claims.get("video")).get("roomAdmin");
  }

  @Test
  void appliesTheDocumentedDefaults() {
    Answer created = api.post("/api/room/create", "{\"userName\":\"ann\"}");

    assertThat(created.body())
        .containsEntry("roomTopic", "새 회의")
        .containsEntry("description", "")
        .containsEntry("maxParticipants", 20);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 20",
    "-5, 20",
    "'\"30\"', 20",
    "null, 20",
    "{}, 20",
    "1, 1",
    "2.9, 2",
    "100, 100"
  })
  void takesAnythingButAPositiveNumberForTheDefault(String given, int expected) {
    Answer created =
        api.post("/api/room/create", "{\"userName\":\"ann\",\"maxParticipants\":" + given + "}");

    assertThat(created.body()).containsEntry("maxParticipants", expected);
  }

  @Test
  void acceptsTheTitleThatClientsInTheWildSend() {
    Answer created = api.post("/api/room/create", "{\"userName\":\"ann\",\"roomTitle\":\"제목\"}");

    assertThat(created.body()).containsEntry("roomTopic", "제목").containsEntry("roomTitle", "제목");
  }

  @Test
  void joinsByIdOrSidOverEitherPath() {
    String roomId = api.create("host-user").text("roomId");
    String sid = livekit.rooms().getFirst().getSid();

    Answer byId = api.join(roomId, "participant-user");
    Answer bySid =
        api.post("/api/token", "{\"roomId\":\"" + sid + "\",\"userName\":\"participant-user\"}");

    assertThat(byId.body()).containsOnlyKeys("token", "url").containsEntry("url", livekit.url());
    assertThat(bySid.status()).isEqualTo(200);
    var first = JWT.decode(byId.text("token"));
    assertThat(first.getSubject()).isEqualTo("participant-user");
    assertThat(JWT.decode(bySid.text("token")).getClaim("video").asMap())
        .isEqualTo(first.getClaim("video").asMap())
        .containsEntry("room", api.license.id() + "." + roomId);
  }

  @Test
  void findsRoomsByTheirNamesInTokensToo() {
    String roomId = api.create("host-user").text("roomId");
    String name = livekit.rooms().getFirst().getName();

    assertThat(name).isEqualTo(api.license.id() + "." + roomId);
    assertThat(api.join(name, "participant-user").status()).isEqualTo(200);
    assertThat(api.room("GET", name).text("roomId")).isEqualTo(roomId);
    String foreign = "another." + roomId;
    assertThat(api.join(foreign, "participant-user").status()).isEqualTo(404);
    assertThat(api.room("GET", foreign).status()).isEqualTo(404);
    assertThat(api.room("DELETE", foreign).status()).isEqualTo(404);
    assertThat(api.room("DELETE", name).text("roomId")).isEqualTo(roomId);
    assertThat(api.room("GET", roomId).status()).isEqualTo(404);
  }

  @Test
  void showsRoomsOneByOneAndAll() {
    String roomId = api.create("host-user").text("roomId");
    Map<String, Object> room =
        Map.of(
            "roomId", roomId,
            "roomTopic", "새 회의",
            "roomTitle", "새 회의",
            "description", "",
            "maxParticipants", 2,
            "createdBy", "host-user",
            "createdAt", "2100-12-30T16:22:11.000Z");

    assertThat(api.room("GET", roomId).body()).isEqualTo(room);
    assertThat(api.room("GET", livekit.rooms().getFirst().getSid()).body()).isEqualTo(room);
    assertThat(api.list(Map.of()).body()).isEqualTo(Map.of("rooms", List.of(room), "total", 1));
  }

  @Test
  void listsCompletelyUnlessAskedForAPage() {
    for (int i = 0; i < 3; i++) {
      api.create("u" + i);
      clock.advance(Duration.ofMillis(5));
    }

    assertThat(api.list(Map.of()).body()).containsEntry("total", 3).doesNotContainKey("nextCursor");
    Answer first = api.list(Map.of("limit", "2"));
    assertThat(first.body()).containsEntry("total", 2);
    Answer second = api.list(Map.of("limit", "2", "cursor", first.text("nextCursor")));
    assertThat(second.body()).containsEntry("total", 1).doesNotContainKey("nextCursor");
  }

  @Test
  void deletesARoomHereAndThere() {
    String roomId = api.create("host-user").text("roomId");

    Answer deleted = api.room("DELETE", roomId);

    assertThat(deleted.body())
        .isEqualTo(Map.of("message", "Room deleted successfully", "roomId", roomId));
    assertThat(livekit.rooms()).isEmpty();
    assertThat(api.room("GET", roomId).status()).isEqualTo(404);
    assertThat(api.list(Map.of()).body()).containsEntry("total", 0);
  }
}
