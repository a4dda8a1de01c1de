package dev.moim.shared.licenses.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.License.OpenRooms;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLicensesTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable");

  private static final Opening OPENED = new Opening.Opened();
  private static final Opening LIMIT_REACHED = new Opening.LimitReached();

  private final TestClock clock = TestClock.at("2100-01-01T12:00:00Z");
  private DynamoLicenses licenses;

  @BeforeEach
  void setUp() {
    licenses =
        new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
  }

  @Test
  void storesNoSecretInClear() {
    NewLicense issued = NewLicense.issue("trial", 10, clock);
    licenses.create(issued.license());

    License found = find(issued.license());
    assertThat(found).isEqualTo(issued.license());
    assertThat(found.key(KeyName.AUTH_KEY).accepts(issued.authKey(), clock.instant())).isTrue();
    assertThat(found.key(KeyName.SECRET_KEY).accepts(issued.secretKey(), clock.instant())).isTrue();
    assertThat(found.key(KeyName.AUTH_KEY).accepts(issued.secretKey(), clock.instant())).isFalse();
    assertThat(found.toString())
        .doesNotContain(issued.authKey(), issued.secretKey(), found.key(KeyName.AUTH_KEY).hash());
  }

  @Test
  void theCpCodeNamesTheLicense() {
    License license = create(10);
    assertThat(License.idOfCpCode(license.cpCode())).isEqualTo(license.id());
    for (String other : List.of("something else", "KP-", "KP-한글", "KP-" + "x".repeat(5_000))) {
      assertThat(licenses.find(License.idOfCpCode(other))).as(other).isEmpty();
    }
  }

  @Test
  void countsARoomOnceAndForgetsItWhenClosed() {
    License license = create(1);
    assertThat(licenses.openRoom(new RoomLife(license.room("r1"), 1))).isEqualTo(OPENED);
    assertThat(licenses.openRoom(new RoomLife(license.room("r1"), 1))).isEqualTo(OPENED);
    assertThat(licenses.openRoom(new RoomLife(license.room("r2"), 1))).isEqualTo(LIMIT_REACHED);
    licenses.closeRoom(new RoomLife(license.room("r1"), 1));
    licenses.closeRoom(new RoomLife(license.room("r1"), 1));
    assertThat(licenses.openRoom(new RoomLife(license.room("r2"), 1))).isEqualTo(OPENED);
    assertThat(find(license).rooms()).containsExactly("r2");
  }

  @Test
  void countsARoomThatExistsWhateverTheLimitsSay() {
    License license = create(1);
    licenses.openRoom(new RoomLife(license.room("r1"), 1));

    licenses.countRoom(new RoomLife(license.room("r2"), 1));
    licenses.countRoom(new RoomLife(license.room("r2"), 1));
    licenses.countRoom(new RoomLife(new RoomKey("unknown", "r2"), 1));
    assertThat(find(license).rooms()).containsExactlyInAnyOrder("r1", "r2");
    assertThat(licenses.find("unknown")).isEmpty();
    assertThat(find(license).peakOn(LocalDate.parse("2100-01-01"))).isEqualTo(2);
  }

  @Test
  void aDisabledOrUnknownLicenseOpensNothing() {
    licenses.create(new License("off", false, "d", 5, 1, Map.of(), OpenRooms.NONE));
    assertThat(licenses.openRoom(new RoomLife(new RoomKey("off", "r"), 1)))
        .isEqualTo(new Opening.Disabled());
    assertThat(licenses.openRoom(new RoomLife(new RoomKey("unknown", "r"), 1)))
        .isEqualTo(new Opening.UnknownLicense());
  }

  @Test
  void aLimitOfZeroOpensNothing() {
    assertThat(licenses.openRoom(new RoomLife(create(0).room("r"), 1))).isEqualTo(LIMIT_REACHED);
  }

  @Test
  void remembersTheMostRoomsOfADay() {
    License license = create(10);
    LocalDate first = LocalDate.parse("2100-01-01");
    assertThat(find(license).peakOn(first)).isZero();
    List.of("a", "b", "c").forEach(room -> licenses.openRoom(new RoomLife(license.room(room), 1)));
    List.of("a", "b").forEach(room -> licenses.closeRoom(new RoomLife(license.room(room), 1)));
    licenses.openRoom(new RoomLife(license.room("d"), 1));
    assertThat(find(license).peakOn(first)).isEqualTo(3);

    clock.advance(Duration.ofDays(1));
    assertThat(find(license).peakOn(first.plusDays(1))).as("open since yesterday").isEqualTo(2);
    List.of("c", "d").forEach(room -> licenses.closeRoom(new RoomLife(license.room(room), 1)));
    licenses.openRoom(new RoomLife(license.room("e"), 1));
    assertThat(find(license).peakOn(first.plusDays(1))).isEqualTo(2);
    assertThat(find(license).peakOn(first)).as("long ago").isEqualTo(1);
  }

  @Test
  void countsRightHoweverManyOpenAndCloseAtOnce() throws Exception {
    License license = create(300);
    var unlimited =
        RateLimits.from(new Settings(Map.of("RATE_LIMITS", "createRoom=1000000/1000000")));
    var busy = new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), unlimited, clock);
    List<Callable<Boolean>> tenants = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      String room = "r" + i;
      tenants.add(() -> opensAndCloses(busy, license.id(), room));
    }
    try (var executor = Executors.newFixedThreadPool(32)) {
      for (var done : executor.invokeAll(tenants)) {
        assertThat(done.get()).as("every room opened").isTrue();
      }
    }
    assertThat(find(license).rooms()).isEmpty();
    assertThat(find(license).open().peak().rooms()).isBetween(1, 32);
    var item =
        DYNAMO
            .client()
            .getItem(
                r -> r.tableName(DYNAMO.table("LicensesTable")).key(LicenseItem.key(license.id())));
    assertThat(item.item().get("open").n()).isEqualTo("0");
  }

  private static boolean opensAndCloses(DynamoLicenses licenses, String id, String room) {
    boolean opened = true;
    for (int i = 0; i < 20; i++) {
      opened &= licenses.openRoom(new RoomLife(new RoomKey(id, room), 1)).equals(OPENED);
      licenses.closeRoom(new RoomLife(new RoomKey(id, room), 1));
    }
    return opened;
  }

  @Test
  void opensAndClosesInOneRequestEach() {
    License license = create(100);
    for (int i = 0; i < 20; i++) {
      String room = "r" + i;
      DYNAMO.counter().reset();
      licenses.openRoom(new RoomLife(license.room(room), 1));
      assertThat(DYNAMO.counter().requests()).as("opening room %s", i).isEqualTo(1);
      clock.advance(Duration.ofMillis(37L * i));
      if (i % 3 == 0) {
        licenses.closeRoom(new RoomLife(license.room(room), 1));
        assertThat(DYNAMO.counter().requests()).as("closing room %s", i).isEqualTo(2);
      }
    }
  }

  @Test
  void listsEveryLicenseByPages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 105; i++) {
      made.add(create(1).id());
    }
    List<String> listed = new ArrayList<>();
    for (List<String> page = licenses.idsAfter("");
        !page.isEmpty();
        page = licenses.idsAfter(page.getLast())) {
      listed.addAll(page);
    }
    assertThat(listed).containsExactlyElementsOf(made.stream().sorted().toList());
  }

  private License create(int roomLimit) {
    License license = NewLicense.issue("trial", roomLimit, clock).license();
    licenses.create(license);
    return license;
  }

  private License find(License license) {
    return licenses.find(license.id()).orElseThrow();
  }
}
