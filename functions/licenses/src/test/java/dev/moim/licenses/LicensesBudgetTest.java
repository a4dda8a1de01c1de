package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What each operation asks of DynamoDB, and that the past of a tenant makes none of it dearer;
 * {@code -Dmoim.past=100000} makes the past ten times as long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicensesBudgetTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private static final int LONG_PAST = Integer.getInteger("moim.past", 10_000);

  private record Cost(int requests, double reads, double writes) {}

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final List<String> table = new ArrayList<>();
  private LicensesApi api;
  private NewLicense tenant;
  private RoomScene scene;

  @BeforeEach
  void setUp() {
    api = LicensesApi.of(DYNAMO, clock);
    tenant = api.tenant("trial", clock);
    scene = new RoomScene(DYNAMO, api.licenses, clock);
  }

  @AfterAll
  void print() {
    String head =
        "%-40s %8s %10s %11s".formatted("operation", "requests", "read units", "write units");
    // `./moim test` shows lines that begin like this while it runs.
    System.out.println("Budget  " + head + "\nBudget  " + String.join("\nBudget  ", table));
  }

  @Test
  void aTokenCostsOneWrite() {
    Cost cost = measure("POST /v1/auth", this::auth);

    assertThat(cost).isEqualTo(new Cost(1, 0, 1));
  }

  @Test
  void theLicenseCostsOneRead() {
    assertThat(measure("GET /v1/info", () -> api.get("GET /v1/info", tenant)))
        .isEqualTo(new Cost(1, 1, 0));
  }

  @Test
  void sessionsCostTheLicenseItsListAndABatchForEveryHundredRooms() {
    open(0, 100);
    scene.join(tenant.license().room("room0"), "ann");
    assertThat(sessions("100 rooms").requests()).isEqualTo(3);
    open(100, 200);
    assertThat(sessions("200 rooms").requests()).isEqualTo(4);
  }

  @Test
  void aPageOfSessionsReadsAPage() {
    open(0, 150);
    Cost page =
        measure(
            "GET /v1/sessions?limit=20, 150 rooms",
            () -> api.get("GET /v1/sessions", tenant, Map.of("limit", "20")));
    assertThat(page.requests()).isEqualTo(3);
    assertThat(page.reads()).isLessThanOrEqualTo(12);
  }

  @Test
  void oneRoomCostsTwoReads() {
    open(0, 1);

    assertThat(measure("GET /v1/sessions/{room_name}", () -> api.room(tenant, "room0")))
        .isEqualTo(new Cost(2, 1.5, 0));
  }

  @Test
  void thePastCostsNothing() {
    open(0, 10);
    PastRooms past = new PastRooms(DYNAMO, scene, tenant.license().id(), clock);
    past.growTo(10);
    Cost of10 = sessions("10 rooms, 10 past");
    past.growTo(1_000);
    Cost of1000 = sessions("10 rooms, 1,000 past");
    past.growTo(LONG_PAST);
    Cost ofMany = sessions("10 rooms, %,d past".formatted(LONG_PAST));

    assertThat(of1000).isEqualTo(of10);
    assertThat(ofMany).isEqualTo(of10);
    assertThat(
            measure(
                "GET /v1/info, %,d past".formatted(LONG_PAST),
                () -> api.get("GET /v1/info", tenant)))
        .isEqualTo(new Cost(1, 1, 0));
    Cost usage =
        measure(
            "GET /v1/static, 1,000 of %,d past".formatted(LONG_PAST),
            () -> api.get("GET /v1/static", tenant, Map.of("startTime", "2100-01-01")));
    assertThat(usage.requests())
        .as("license, index, rooms, past, and messages of 1,010 rooms, a hundred in each request")
        .isEqualTo(4 + 11);
  }

  private Answer auth() {
    return api.auth(tenant.license().id(), tenant.secretKey());
  }

  private Cost sessions(String what) {
    return measure("GET /v1/sessions, " + what, () -> api.sessions(tenant));
  }

  private void open(int from, int to) {
    for (int number = from; number < to; number++) {
      scene.open(tenant.license().room("room" + number));
    }
  }

  private Cost measure(String what, Supplier<Answer> operation) {
    DYNAMO.counter().reset();
    assertThat(operation.get().status()).isEqualTo(200);
    Cost cost =
        new Cost(
            DYNAMO.counter().requests(),
            DYNAMO.counter().readUnits(),
            DYNAMO.counter().writeUnits());
    table.add(
        "%-40s %8d %10.1f %11.1f".formatted(what, cost.requests(), cost.reads(), cost.writes()));
    return cost;
  }
}
