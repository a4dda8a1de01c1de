package dev.moim.shared.licenses.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.Rotation;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLicenseControlTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable");

  private final TestClock clock = TestClock.at("2100-01-01T12:00:00Z");
  private DynamoLicenses licenses;
  private DynamoLicenseControl control;
  private NewLicense issued;
  private String id;

  @BeforeEach
  void setUp() {
    String table = DYNAMO.table("LicensesTable");
    licenses = new DynamoLicenses(DYNAMO.client(), table, RateLimits.DEFAULTS, clock);
    control = new DynamoLicenseControl(DYNAMO.client(), table);
    issued = NewLicense.issue("trial", 10, clock);
    id = issued.license().id();
    licenses.create(issued.license());
  }

  @Test
  void bothKeysAreGoodWhileARotationOverlaps() {
    String newKey = rotate(Set.of(KeyName.AUTH_KEY), Duration.ofHours(24));

    assertThat(admitted(Action.REGISTER, newKey)).isTrue();
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
    assertThat(admitted(Action.AUTH, issued.secretKey())).as("the other key").isTrue();
    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(admitted(Action.REGISTER, issued.authKey())).isFalse();
    assertThat(admitted(Action.REGISTER, newKey)).isTrue();
  }

  @Test
  void withoutAnOverlapTheOldKeyEndsAtOnce() {
    String newKey = rotate(EnumSet.allOf(KeyName.class), Duration.ZERO);
    assertThat(admitted(Action.REGISTER, newKey)).isTrue();
    assertThat(admitted(Action.REGISTER, issued.authKey())).isFalse();
    assertThat(admitted(Action.AUTH, issued.secretKey())).isFalse();
  }

  @Test
  void anotherRotationEndsTheOverlapOfTheOneBefore() {
    String second = rotate(Set.of(KeyName.AUTH_KEY), Duration.ofDays(30));
    String third = rotate(Set.of(KeyName.AUTH_KEY), Duration.ofDays(30));
    assertThat(admitted(Action.REGISTER, issued.authKey())).isFalse();
    assertThat(admitted(Action.REGISTER, second)).isTrue();
    assertThat(admitted(Action.REGISTER, third)).isTrue();
  }

  @Test
  void aRotationWhoseAnswerIsLostKeepsTheOldKey() {
    DYNAMO.faults().loseAnswer("UpdateItem", 1);
    String newKey = rotate(Set.of(KeyName.AUTH_KEY), Duration.ofHours(1));
    assertThat(admitted(Action.REGISTER, newKey)).isTrue();
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
  }

  @Test
  void anOverlapHasBounds() {
    for (Duration wrong : Set.of(Duration.ofMillis(-1), Duration.ofDays(30).plusMillis(1))) {
      assertThatThrownBy(() -> rotate(Set.of(KeyName.AUTH_KEY), wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
  }

  @Test
  void aDisabledLicenseAdmitsNobodyFromThatMomentOn() {
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
    DYNAMO.faults().conflict(2);
    assertThat(control.disable(id)).isTrue();

    assertThat(licenses.admit(id, Action.REGISTER, issued.authKey()))
        .isEqualTo(new Admission.Disabled());
    assertThat(licenses.admit(id, Action.AUTH, issued.secretKey()))
        .isEqualTo(new Admission.Disabled());
    assertThat(licenses.admit(id, Action.AUTH, "wrong")).isEqualTo(new Admission.WrongKey());
    assertThat(licenses.openRoom(new RoomLife(new RoomKey(id, "r"), 1)))
        .isEqualTo(new Opening.Disabled());
    assertThat(licenses.find(id))
        .hasValueSatisfying(found -> assertThat(found.enabled()).isFalse());

    assertThat(control.enable(id)).isTrue();
    assertThat(admitted(Action.REGISTER, issued.authKey())).isTrue();
    assertThat(control.disabledIds()).isEmpty();
  }

  @Test
  void aDisabledLicenseIsRememberedUntilItsRoomsAreGone() {
    licenses.openRoom(new RoomLife(new RoomKey(id, "r"), 1));
    control.disable(id);
    control.disable(id);
    control.settle(id);
    assertThat(control.disabledIds()).containsExactly(id);
    assertThat(licenses.idsAfter("")).as("licenses, not their marks").containsExactly(id);

    licenses.closeRoom(new RoomLife(new RoomKey(id, "r"), 1));
    control.settle(id);
    control.settle(id);
    assertThat(control.disabledIds()).isEmpty();
    assertThat(licenses.find(id)).map(License::enabled).contains(false);
  }

  @Test
  void thereIsNothingToDoToAnUnknownLicense() {
    assertThat(control.disable("unknown")).isFalse();
    assertThat(control.enable("unknown")).isFalse();
    assertThat(control.disabledIds()).isEmpty();
    var now = clock.instant();
    assertThat(Rotation.of(control, "unknown", EnumSet.allOf(KeyName.class), Duration.ZERO, now))
        .isEmpty();
    assertThat(licenses.find("unknown")).isEmpty();
  }

  private String rotate(Set<KeyName> which, Duration overlap) {
    return Rotation.of(control, id, which, overlap, clock.instant())
        .orElseThrow()
        .newKeys()
        .getOrDefault(KeyName.AUTH_KEY, "");
  }

  private boolean admitted(Action action, String key) {
    return licenses.admit(id, action, key) instanceof Admission.Admitted;
  }
}
