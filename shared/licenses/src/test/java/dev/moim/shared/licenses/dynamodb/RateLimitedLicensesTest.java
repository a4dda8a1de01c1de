package dev.moim.shared.licenses.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Limits of a license are exact, whoever asks how often at once, and in one request. */
class RateLimitedLicensesTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable");

  private static final Admission WRONG_KEY = new Admission.WrongKey();

  private final TestClock clock = TestClock.at("2100-01-01T12:00:00Z");
  private DynamoLicenses licenses;

  @BeforeEach
  void setUp() {
    licenses = instance();
  }

  @Test
  void admitsExactlyTheBurstOfManyAtOnce() throws Exception {
    NewLicense tenant = issue();
    DynamoLicenses elsewhere = instance();
    List<Admission> outcomes =
        atOnce(300, i -> register(i % 2 == 0 ? licenses : elsewhere, tenant));

    assertThat(outcomes).filteredOn(Admission.Admitted.class::isInstance).hasSize(100);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Admission.Admitted))
        .hasSize(200)
        .containsOnly(new Admission.TooSoon(Duration.ofMillis(100)));
  }

  @Test
  void opensExactlyTheBurstOfManyRoomsAtOnce() throws Exception {
    NewLicense tenant = issue();
    List<Opening> outcomes =
        atOnce(200, i -> licenses.openRoom(new RoomLife(tenant.license().room("r" + i), 1)));

    assertThat(outcomes).filteredOn(Opening.Opened.class::isInstance).hasSize(100);
    assertThat(find(tenant).rooms()).hasSize(100);
    assertThat(find(tenant).open().peak().rooms()).isEqualTo(100);
  }

  @Test
  void tokensComeBackOneByOne() {
    NewLicense tenant = issue();
    for (int i = 0; i < 100; i++) {
      assertThat(register(licenses, tenant)).isInstanceOf(Admission.Admitted.class);
    }
    assertThat(register(licenses, tenant)).isInstanceOf(Admission.TooSoon.class);
    clock.advance(Duration.ofMillis(99));
    assertThat(register(licenses, tenant)).isEqualTo(new Admission.TooSoon(Duration.ofMillis(1)));
    clock.advance(Duration.ofMillis(1));
    assertThat(register(licenses, tenant)).isInstanceOf(Admission.Admitted.class);
    assertThat(register(licenses, tenant)).isInstanceOf(Admission.TooSoon.class);
  }

  @Test
  void aRoomThatIsCountedOrRefusedTakesNoToken() {
    License small = create(NewLicense.issue("small", 1, clock)).license();
    for (int i = 0; i < 150; i++) {
      assertThat(licenses.openRoom(new RoomLife(small.room("r"), 1)))
          .isEqualTo(new Opening.Opened());
      assertThat(licenses.openRoom(new RoomLife(small.room("x"), 1)))
          .isEqualTo(new Opening.LimitReached());
    }
  }

  @Test
  void wrongKeysTakeNoTokenAndLookLikeUnknownLicenses() {
    NewLicense tenant = issue();
    String id = tenant.license().id();
    DYNAMO.counter().reset();
    for (int i = 0; i < 150; i++) {
      assertThat(licenses.admit(id, Action.REGISTER, "wrong")).isEqualTo(WRONG_KEY);
      assertThat(licenses.admit("nobody", Action.REGISTER, "wrong")).isEqualTo(WRONG_KEY);
    }
    assertThat(DYNAMO.counter().byOperation()).containsOnly(Map.entry("UpdateItem", 300));
    for (String odd : List.of("", "disabled#" + id, "한글", "x".repeat(5_000))) {
      assertThat(licenses.admit(odd, Action.AUTH, "")).as(odd).isEqualTo(WRONG_KEY);
    }
    assertThat(licenses.admit(id, Action.REGISTER, tenant.secretKey())).isEqualTo(WRONG_KEY);
    for (int i = 0; i < 100; i++) {
      assertThat(register(licenses, tenant)).isInstanceOf(Admission.Admitted.class);
    }
  }

  @Test
  void eachActionAndEachLicenseHasItsOwnTokens() {
    NewLicense flooding = issue();
    NewLicense other = issue();
    for (int i = 0; i < 200; i++) {
      register(licenses, flooding);
    }
    assertThat(register(licenses, flooding)).isInstanceOf(Admission.TooSoon.class);
    String id = flooding.license().id();
    assertThat(licenses.admit(id, Action.AUTH, flooding.secretKey()))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(licenses.openRoom(new RoomLife(new RoomKey(id, "r"), 1)))
        .isEqualTo(new Opening.Opened());
    for (int i = 0; i < 100; i++) {
      assertThat(register(licenses, other)).isInstanceOf(Admission.Admitted.class);
    }
  }

  @Test
  void anAdmissionIsOneRequestWhetherTheLicenseIsIdleOrBusy() {
    NewLicense tenant = issue();
    register(licenses, tenant);
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMillis(i * 5L));
      DYNAMO.counter().reset();
      register(licenses, tenant);
      assertThat(DYNAMO.counter().requests()).as("after %s", clock.instant()).isEqualTo(1);
    }
    DYNAMO.counter().reset();
    register(instance(), tenant);
    assertThat(DYNAMO.counter().requests())
        .as("by an instance that has not seen the license")
        .isLessThanOrEqualTo(2);
  }

  private interface Attempt<T> {
    T run(int number);
  }

  private static <T> List<T> atOnce(int times, Attempt<T> attempt) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int number = i;
      calls.add(() -> attempt.run(number));
    }
    List<T> outcomes = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(32)) {
      for (var done : executor.invokeAll(calls)) {
        outcomes.add(done.get());
      }
    }
    return outcomes;
  }

  private DynamoLicenses instance() {
    return new DynamoLicenses(
        DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
  }

  private static Admission register(DynamoLicenses at, NewLicense tenant) {
    return at.admit(tenant.license().id(), Action.REGISTER, tenant.authKey());
  }

  private NewLicense issue() {
    return create(NewLicense.issue("trial", 300, clock));
  }

  private NewLicense create(NewLicense issued) {
    licenses.create(issued.license());
    return issued;
  }

  private License find(NewLicense tenant) {
    return licenses.find(tenant.license().id()).orElseThrow();
  }
}
