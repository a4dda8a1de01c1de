package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.jwt.LicenseTokens.Bearer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document's operations, field by field. */
class LicensesScenarioTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private final TestClock clock = TestClock.at("2100-01-06T16:04:09Z");
  private LicensesApi api;
  private RoomScene scene;
  private NewLicense tenant;
  private String id;

  @BeforeEach
  void setUp() {
    api = LicensesApi.of(DYNAMO, clock);
    scene = new RoomScene(DYNAMO, api.licenses, clock);
    tenant = api.tenant("trial", clock);
    id = tenant.license().id();
  }

  @Test
  void keysBuyAToken() {
    Answer answer =
        api.auth(
            """
            {"accessKey": "%s", "secretKey": "%s", "expires": 60}\
            """
                .formatted(id, tenant.secretKey()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsOnlyKeys("status", "data").containsEntry("status", true);
    String token = String.valueOf(answer.data().get("accessToken"));
    assertThat(api.tokens.bearerOf(token)).contains(new Bearer(id, false));
  }

  @Test
  void theLicenseIsShown() {
    scene.open(new RoomKey(id, "r1"));
    scene.open(new RoomKey(id, "r2"));
    scene.close(new RoomKey(id, "r1"));

    Answer info = api.get("GET /v1/info", tenant);

    assertThat(info.data())
        .containsEntry("domain", "trial")
        .containsEntry("roomLimit", 300)
        .containsEntry("enabled", 1)
        .containsEntry("createdAt", "2100-01-06T16:04:09.000Z")
        .containsEntry("usage", Map.of("roomsOpen", 1, "peakToday", 2));
    assertThat(info.data().get("limits"))
        .asInstanceOf(MAP)
        .containsEntry("register", Map.of("burst", 100, "perMinute", 600, "per", "license"))
        .containsEntry("drawing", Map.of("burst", 600, "perMinute", 7200, "per", "connection"));
    assertThat(api.get("GET /license/info", tenant).body()).isEqualTo(info.body());
  }

  @Test
  void thePeakIsTodays() {
    scene.open(new RoomKey(id, "r1"));
    scene.close(new RoomKey(id, "r1"));
    clock.advance(Duration.ofDays(1));

    assertThat(api.get("GET /v1/info", tenant).data())
        .containsEntry("usage", Map.of("roomsOpen", 0, "peakToday", 0));
  }

  @Test
  void changedLimitsAreShown() {
    LicensesApi other = new LicensesApi(DYNAMO, clock, "auth=2/60,chat=5/50");

    assertThat(String.valueOf(other.get("GET /v1/info", tenant).data().get("limits")))
        .contains("auth={burst=2, perMinute=60, per=license}")
        .contains("chat={burst=5, perMinute=50, per=connection}");
  }

  @Test
  void sessionsAreShownAsTheDocumentHasThem() {
    scene.open(new RoomKey(id, "gsda11"));
    scene.join(new RoomKey(id, "gsda11"), "gdsfagasd");
    clock.advance(Duration.ofSeconds(44));
    scene.lose(new RoomKey(id, "gsda11"), "gdsfagasd");

    Map<String, Object> session = api.sessions(tenant).list().getFirst();

    assertThat(session.keySet())
        .containsExactly(
            "id", "domain", "sessionId", "roomName", "status", "createdAt", "sessionTokens");
    assertThat(session)
        .containsEntry("domain", "trial")
        .containsEntry("roomName", "gsda11")
        .containsEntry("status", "OPEN")
        .containsEntry("createdAt", "2100-01-06T16:04:09.000Z");
    Map<String, Object> token = participants(session).getFirst();
    assertThat(token.keySet())
        .containsExactly(
            "id",
            "connectionId",
            "sessionId",
            "sessionName",
            "token",
            "userName",
            "role",
            "location",
            "platform",
            "status",
            "createdAt",
            "updatedAt");
    assertThat(token)
        .containsEntry("sessionId", session.get("sessionId"))
        .containsEntry(
            "sessionName", "f61518bc6f7c54738752bb41eb8d513dd93fd5b1e9dcb4dbb1742c6e04e5df26")
        .containsEntry("userName", "name of gdsfagasd")
        .containsEntry("role", "PUBLISHER")
        .containsEntry("location", "Yangcheon-gu, South Korea")
        .containsEntry("platform", "Chrome 87.0.4280.88 on OS X 11.1.0 64-bit")
        .containsEntry("status", "inactive")
        .containsEntry("createdAt", "2100-01-06T16:04:09.000Z")
        .containsEntry("updatedAt", "2100-01-06T16:04:53.000Z");
    assertThat(String.valueOf(token.get("token")))
        .hasSize(100)
        .matches(
            "wss://remote\\.interwater\\.biz\\?sessionId=%s&token=tok_\\w{16}&role=PUBLISHER&versi"
                .formatted(session.get("sessionId")));
  }

  @Test
  void aRoomWaitsUntilTwoAreInIt() {
    scene.open(new RoomKey(id, "gsdagd"));

    assertThat(state("gsdagd"))
        .isEqualTo(Map.of("status", "WAIT", "user", 0, "roomName", "gsdagd"));
    scene.join(new RoomKey(id, "gsdagd"), "ann");
    assertThat(state("gsdagd")).containsEntry("status", "WAIT").containsEntry("user", 1);
    scene.join(new RoomKey(id, "gsdagd"), "ben");
    assertThat(state("gsdagd"))
        .isEqualTo(Map.of("status", "ON_GOING", "user", 2, "roomName", "gsdagd"));
    scene.lose(new RoomKey(id, "gsdagd"), "ann");
    assertThat(state("gsdagd")).containsEntry("status", "WAIT").containsEntry("user", 1);
  }

  @Test
  void aRoomMayHaveAKoreanName() {
    scene.open(new RoomKey(id, "한글 방 100%"));

    assertThat(state("한글 방 100%")).containsEntry("roomName", "한글 방 100%");
    assertThat(api.sessions(tenant).list().getFirst()).containsEntry("roomName", "한글 방 100%");
  }

  @Test
  void usageIsAddedUp() {
    RoomKey first = new RoomKey(id, "first");
    scene.open(first);
    scene.join(first, "ann");
    scene.join(first, "bob");
    scene.leave(first, "ann");
    scene.join(first, "ann");
    scene.say(first);
    clock.advance(Duration.ofMinutes(10));
    scene.close(first);
    scene.open(new RoomKey(id, "second"));
    scene.join(new RoomKey(id, "second"), "ann");
    scene.join(new RoomKey(id, "second"), "bob");
    clock.advance(Duration.ofMinutes(5));

    Answer usage =
        api.get("GET /v1/static", tenant, Map.of("startTime", "2100-01-06T16:09:09.000Z"));

    assertThat(usage.data()).containsEntry("domain", "trial").containsEntry("totalSecond", 600);
    assertThat(usage.data().get("detail"))
        .isEqualTo(
            List.of(
                Map.of(
                    "roomName", "second",
                    "sessionTimeSecond", 300,
                    "createdAt", "2100-01-06T16:14:09.000Z",
                    "joins", 2,
                    "peak", 2,
                    "messages", 0),
                Map.of(
                    "roomName", "first",
                    "sessionTimeSecond", 300,
                    "createdAt", "2100-01-06T16:04:09.000Z",
                    "joins", 3,
                    "peak", 2,
                    "messages", 1)));
  }

  private Map<String, Object> state(String roomName) {
    return api.room(tenant, roomName).data();
  }

  @SuppressWarnings("unchecked") // The answer has been held against its description.
  private static List<Map<String, Object>> participants(Map<String, Object> session) {
    return (List<Map<String, Object>>) session.get("sessionTokens");
  }
}
