package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code GET /v1/sessions} and {@code /v1/sessions/{room_name}}: which rooms, in which order. */
class SessionsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private static final Duration A_MOMENT = Duration.ofMillis(5);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
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
  void theNewestComeFirstAndClosedOnesNotAtAll() {
    openInTurn(3);
    scene.close(new RoomKey(id, "room2"));

    assertThat(names(api.sessions(tenant))).containsExactly("room3", "room1");
  }

  @Test
  void aTenantWithoutRoomsGetsAnEmptyList() {
    assertThat(api.sessions(tenant).list()).isEmpty();
  }

  @Test
  void aLongListComesInPages() {
    openInTurn(7);

    Answer first = page(Map.of("limit", "3"));
    Answer second = page(Map.of("limit", "3", "cursor", first.cursor()));
    scene.close(new RoomKey(id, "room1"));
    Answer third = page(Map.of("limit", "3", "cursor", second.cursor()));

    assertThat(names(first)).containsExactly("room7", "room6", "room5");
    assertThat(names(second)).containsExactly("room4", "room3", "room2");
    assertThat(third.list()).isEmpty();
    assertThat(third.body()).doesNotContainKey("nextCursor");
  }

  @Test
  void noAnswerIsTooLargeForLambda() {
    scene.open(new RoomKey(id, "room000"));
    for (int user = 0; user < 100; user++) {
      scene.join(new RoomKey(id, "room000"), "a-rather-long-user-id-of-a-user-" + user);
    }
    copyRoomUpTo(60);

    Answer first = api.sessions(tenant);
    Answer second = page(Map.of("cursor", first.cursor()));

    assertThat(first.list()).hasSize(50);
    assertThat(second.list()).hasSize(11);
    assertThat(second.body()).doesNotContainKey("nextCursor");
    assertThat(Json.write(first.body()).length()).isBetween(1_000_000, 5_000_000);
    Set<String> all = new HashSet<>(names(first));
    all.addAll(names(second));
    assertThat(all).hasSize(61);
  }

  /** Filling each by joins would take minutes. */
  private void copyRoomUpTo(int last) {
    var rooms = DYNAMO.table("RoomsTable");
    Map<String, AttributeValue> key =
        Map.of("roomId", AttributeValue.fromS("room000"), "licenseId", AttributeValue.fromS(id));
    var item = new HashMap<>(DYNAMO.client().getItem(r -> r.tableName(rooms).key(key)).item());
    for (int number = 1; number <= last; number++) {
      String copy = "room%03d".formatted(number);
      assertThat(api.licenses.openRoom(new RoomLife(new RoomKey(id, copy), 1))).isNotNull();
      item.put("roomId", AttributeValue.fromS(copy));
      DYNAMO.client().putItem(r -> r.tableName(rooms).item(item));
    }
  }

  @Test
  void idsStayTheSameForTheSameThing() {
    scene.open(new RoomKey(id, "room"));
    scene.join(new RoomKey(id, "room"), "ann");
    Answer before = api.sessions(tenant);
    clock.advance(Duration.ofHours(1));

    assertThat(api.sessions(tenant).body()).isEqualTo(before.body());

    scene.close(new RoomKey(id, "room"));
    scene.open(new RoomKey(id, "room"));
    Map<String, Object> again = api.sessions(tenant).list().getFirst();
    assertThat(again.get("sessionId")).isNotEqualTo(before.list().getFirst().get("sessionId"));
    assertThat(Long.parseLong(String.valueOf(again.get("id"))))
        .isGreaterThan(Long.parseLong(String.valueOf(before.list().getFirst().get("id"))));
  }

  @Test
  void noIdOfTheGatewayIsGivenAway() {
    scene.open(new RoomKey(id, "room"));
    scene.join(new RoomKey(id, "room"), "ann");

    assertThat(Json.write(api.sessions(tenant).body())).doesNotContain("socket-of-ann");
  }

  @Test
  void joinsAndLeavesAreFollowed() {
    scene.open(new RoomKey(id, "room"));
    scene.join(new RoomKey(id, "room"), "ann");
    clock.advance(A_MOMENT);
    scene.join(new RoomKey(id, "room"), "ben");
    assertThat(users()).containsExactly("name of ann active", "name of ben active");

    scene.leave(new RoomKey(id, "room"), "ann");
    assertThat(users()).containsExactly("name of ben active");
  }

  @Test
  void aTokenCountsOnceItIsUsedAndNoLongerOnceItHasEnded() {
    scene.open(new RoomKey(id, "room"));
    scene.lease(new RoomKey(id, "room"), "ann", Duration.ofMinutes(2));

    assertThat(users()).containsExactly("name of ann inactive");
    assertThat(api.room(tenant, "room").data()).containsEntry("user", 0);

    clock.advance(Duration.ofMinutes(3));
    assertThat(users()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "", " ", "sid#RM_abc", "usage#1", "..", "a/b", "방"})
  void anUnknownRoomIsNotFound(String roomName) {
    scene.open(new RoomKey(id, "room"));

    Answer answer = api.room(tenant, roomName);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.message()).isEqualTo("Room not found");
    assertThat(api.room(tenant, "x".repeat(5_000)).status()).isEqualTo(404);
  }

  @Test
  void aRoomThatWasOnlyCountedSoFarIsNotFound() {
    api.licenses.openRoom(new RoomLife(new RoomKey(id, "counted"), 1));

    assertThat(api.sessions(tenant).list()).isEmpty();
    assertThat(api.room(tenant, "counted").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "301", "-1", "many", "1.5"})
  void aBadLimitIsRefused(String limit) {
    assertThat(page(Map.of("limit", limit)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%", "AAAA", "MTIz", "eCB5"})
  void aBadCursorIsRefused(String cursor) {
    assertThat(page(Map.of("cursor", cursor)).status()).isEqualTo(400);
  }

  private void openInTurn(int count) {
    for (int number = 1; number <= count; number++) {
      scene.open(new RoomKey(id, "room" + number));
      clock.advance(A_MOMENT);
    }
  }

  private Answer page(Map<String, String> query) {
    return api.get("GET /v1/sessions", tenant, query);
  }

  private static List<String> names(Answer answer) {
    return answer.list().stream().map(room -> String.valueOf(room.get("roomName"))).toList();
  }

  private List<String> users() {
    return ((List<?>) api.sessions(tenant).list().getFirst().get("sessionTokens"))
        .stream()
            .map(Map.class::cast)
            .map(one -> one.get("userName") + " " + one.get("status"))
            .toList();
  }
}
