package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.kernel.Cursors;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/static}: which time counts, and which periods may be asked for. */
class UsageTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private final TestClock clock = TestClock.at("2100-01-31T00:00:00Z");
  private LicensesApi api;
  private RoomScene scene;
  private NewLicense tenant;

  @BeforeEach
  void setUp() {
    api = LicensesApi.of(DYNAMO, clock);
    scene = new RoomScene(DYNAMO, api.licenses, clock);
    tenant = api.tenant("trial", clock);
  }

  /** From 01:00 to 04:00; then it is 05:00. */
  private void oneRoomOfThreeHours() {
    clock.advance(Duration.ofHours(1));
    scene.open(tenant.license().room("room"));
    clock.advance(Duration.ofHours(3));
    scene.close(tenant.license().room("room"));
    clock.advance(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2100-01-31T00:00:00Z, 2100-01-31T05:00:00Z, 10800",
    "2100-01-31T00:00:00Z, 2100-01-31T02:00:00Z, 3600",
    "2100-01-31T02:00:00Z, 2100-01-31T03:30:00Z, 5400",
    "2100-01-31T03:00:00Z, '', 3600",
    "2100-01-31, 2100-02-01, 10800",
    "2100-01-30T15:00:00-09:00, 2100-01-31T11:00:00+09:00, 3600",
    "2100-01-30T15:00:00-09:00, 2100-01-31T11:00:00 09:00, 3600",
    "4105036800000, 4105044000000, 3600",
    "2099-12-01, 2100-01-31, ",
    "2100-01-31T04:30:00Z, 2100-01-31T05:00:00Z, "
  })
  void onlyTimeWithinThePeriodCounts(String start, String end, Integer seconds) {
    oneRoomOfThreeHours();

    Answer answer = usage(Map.of("startTime", start, "endTime", end));

    assertThat(answer.data()).containsEntry("totalSecond", seconds == null ? 0 : seconds);
    assertThat(times(answer)).isEqualTo(seconds == null ? List.of() : List.of("room " + seconds));
  }

  @Test
  void aRoomStillOpenCountsUntilNow() {
    scene.open(tenant.license().room("open"));
    clock.advance(Duration.ofSeconds(90));

    assertThat(times(usage(Map.of("startTime", "2100-01-31")))).containsExactly("open 90");
    assertThat(times(usage(Map.of("startTime", "2100-01-31", "endTime", "2100-01-31T00:00:30Z"))))
        .containsExactly("open 30");
  }

  @Test
  void aTamperedCursorIsRefused() {
    oneRoomOfThreeHours();
    oneRoomOfThreeHours();
    Map<String, String> query = Map.of("startTime", "2100-01-31", "limit", "1");
    String sortKey = Cursors.position(usage(query).cursor());

    for (String position : List.of("x", sortKey + "x".repeat(1_025), "0".repeat(2_100))) {
      Map<String, String> tampered = new HashMap<>(query);
      tampered.put("cursor", Cursors.of(position));
      assertThat(usage(tampered).status()).as(position).isEqualTo(400);
    }
  }

  @Test
  void everyRoomIsInExactlyOnePage() {
    for (int number = 1; number <= 7; number++) {
      scene.open(tenant.license().room("room" + number));
      clock.advance(Duration.ofSeconds(number));
      scene.close(tenant.license().room("room" + number));
    }
    scene.open(tenant.license().room("open"));
    clock.advance(Duration.ofSeconds(8));

    List<String> all = new ArrayList<>();
    Map<String, String> query = new HashMap<>(Map.of("startTime", "2100-01-31", "limit", "3"));
    Answer page = usage(query);
    all.addAll(times(page));
    while (page.body().containsKey("nextCursor")) {
      query.put("cursor", page.cursor());
      page = usage(query);
      all.addAll(times(page));
    }

    assertThat(all)
        .containsExactlyInAnyOrder(
            "open 8", "room1 1", "room2 2", "room3 3", "room4 4", "room5 5", "room6 6", "room7 7");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', startTime is required",
    "soon, '', startTime must be a time in ISO 8601 or in epoch milliseconds",
    "2100-02-30, '', startTime must be a time in ISO 8601 or in epoch milliseconds",
    "2100-01-01T00:00, '', startTime must be a time in ISO 8601 or in epoch milliseconds",
    "-5, '', startTime must be a time in ISO 8601 or in epoch milliseconds",
    "999999999999999, '', startTime must be a time in ISO 8601 or in epoch milliseconds",
    "-999999999-01-01T00:00:00Z, -999999999-02-01T00:00:00Z, startTime must be before endTime and in the past",
    "+999999999-01-01T00:00:00Z, '', startTime must be before endTime and in the past",
    "-999999999-01-01T00:00:00Z, '', startTime must be at most 92 days before endTime",
    "2100-01-01, later, endTime must be a time in ISO 8601 or in epoch milliseconds",
    "2100-02-01, '', startTime must be before endTime and in the past",
    "2100-01-20, 2100-01-10, startTime must be before endTime and in the past",
    "2100-01-20, 2100-01-20, startTime must be before endTime and in the past",
    "2099-10-30, '', startTime must be at most 92 days before endTime"
  })
  void aBadPeriodIsRefused(String start, String end, String message) {
    Answer answer = usage(Map.of("startTime", start, "endTime", end));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
  }

  @Test
  void ninetyTwoDaysAreAccepted() {
    assertThat(usage(Map.of("startTime", "2099-10-31")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, 1001", "limit, all", "cursor, x", "cursor, %%"})
  void aBadPageIsRefused(String parameter, String value) {
    assertThat(usage(Map.of("startTime", "2100-01-01", parameter, value)).status()).isEqualTo(400);
  }

  private Answer usage(Map<String, String> query) {
    return api.get("GET /v1/static", tenant, query);
  }

  private static List<String> times(Answer answer) {
    return ((List<?>) answer.data().get("detail"))
        .stream()
            .map(Map.class::cast)
            .map(room -> room.get("roomName") + " " + room.get("sessionTimeSecond"))
            .toList();
  }
}
