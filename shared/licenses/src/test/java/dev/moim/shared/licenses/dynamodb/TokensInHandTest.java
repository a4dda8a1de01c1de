package dev.moim.shared.licenses.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten who register within seconds write to the license once, and not beyond half of the burst. */
class TokensInHandTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable");

  private final TestClock clock = TestClock.at("2100-01-01T12:00:00Z");
  private DynamoLicenses licenses;
  private NewLicense tenant;

  @BeforeEach
  void setUp() {
    licenses =
        new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
    tenant = NewLicense.issue("trial", 10, clock);
    licenses.create(tenant.license());
  }

  @Test
  void tenRegistersAreOneWrite() {
    assertThat(writesOf(10)).isEqualTo(1);
    assertThat(writesOf(1)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(9));
    assertThat(writesOf(1)).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(writesOf(1)).as("what was not used is lost").isEqualTo(1);
  }

  @Test
  void theSecondHalfOfTheBurstIsCountedOneByOne() {
    assertThat(writesOf(50)).isEqualTo(5);
    assertThat(writesOf(50)).isEqualTo(50);
    assertThat(register(tenant.authKey())).isInstanceOf(Admission.TooSoon.class);
  }

  @Test
  void whatIsLostIsTakenFromNobody() {
    for (int i = 0; i < 20; i++) {
      var elsewhere =
          new DynamoLicenses(
              DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
      assertThat(elsewhere.admit(tenant.license().id(), Action.REGISTER, tenant.authKey()))
          .as("the first of instance %s", i)
          .isInstanceOf(Admission.Admitted.class);
    }
  }

  @Test
  void aTokenInHandOpensNothingToAWrongKeyOrForADisabledLicense() {
    writesOf(1);
    assertThat(register("wrong")).isEqualTo(new Admission.WrongKey());
    assertThat(register(tenant.secretKey())).isEqualTo(new Admission.WrongKey());
    assertThat(writesOf(9)).as("they took none").isZero();

    writesOf(1);
    var control = new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"));
    control.rotate(tenant.license().id(), Map.of(KeyName.AUTH_KEY, "00"), clock.instant());
    assertThat(register(tenant.authKey())).isEqualTo(new Admission.WrongKey());
    control.disable(tenant.license().id());
    assertThat(register(tenant.authKey())).isEqualTo(new Admission.WrongKey());
  }

  @Test
  void aDisabledLicenseIsRefusedAtOnce() {
    writesOf(1);
    var control = new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"));
    control.disable(tenant.license().id());
    assertThat(register(tenant.authKey())).isEqualTo(new Admission.Disabled());
  }

  private Admission register(String key) {
    return licenses.admit(tenant.license().id(), Action.REGISTER, key);
  }

  private double writesOf(int registers) {
    DYNAMO.counter().reset();
    for (int i = 0; i < registers; i++) {
      assertThat(register(tenant.authKey())).isInstanceOf(Admission.Admitted.class);
    }
    assertThat(DYNAMO.counter().requests()).isEqualTo(registers);
    return DYNAMO.counter().writeUnits();
  }
}
