package dev.moim.license.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.license.License;
import dev.moim.license.Licenses.Opening;
import dev.moim.license.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLicensesTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("Licenses");

  private DynamoLicenses licenses;

  @BeforeEach
  void setUp() {
    licenses = new DynamoLicenses(DYNAMO.client(), DYNAMO.table("Licenses"));
  }

  @Test
  void storesNoSecretInClear() {
    NewLicense issued = issue(10);
    licenses.create(issued.license());

    License found = licenses.find(issued.license().id()).orElseThrow();
    assertThat(found).isEqualTo(issued.license());
    assertThat(found.acceptsAuthKey(issued.authKey())).isTrue();
    assertThat(found.acceptsSecretKey(issued.secretKey())).isTrue();
    assertThat(found.acceptsAuthKey(issued.secretKey())).isFalse();
    assertThat(found.toString()).doesNotContain(issued.authKey(), issued.secretKey());
  }

  @Test
  void theCpCodeNamesTheLicense() {
    License license = issue(10).license();

    assertThat(License.idOfCpCode(license.cpCode())).isEqualTo(license.id());
    assertThat(licenses.find(License.idOfCpCode("something else"))).isEmpty();
  }

  @Test
  void exactlyTheLimitOfRoomsOpensHoweverManyAreMadeAtOnce() throws Exception {
    License license = issue(10).license();
    licenses.create(license);
    List<Callable<Opening>> openings = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String roomId = "r" + i;
      openings.add(() -> licenses.openRoom(license.id(), roomId));
    }

    List<Opening> outcomes = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(20)) {
      for (var done : executor.invokeAll(openings)) {
        outcomes.add(done.get());
      }
    }

    assertThat(outcomes).filteredOn(Opening.OPENED::equals).hasSize(10);
    assertThat(outcomes).filteredOn(Opening.LIMIT_REACHED::equals).hasSize(30);
    assertThat(licenses.find(license.id()).orElseThrow().rooms()).hasSize(10);
  }

  @Test
  void countsARoomOnceAndForgetsItWhenClosed() {
    License license = issue(1).license();
    licenses.create(license);

    assertThat(licenses.openRoom(license.id(), "r1")).isEqualTo(Opening.OPENED);
    assertThat(licenses.openRoom(license.id(), "r1")).isEqualTo(Opening.OPENED);
    assertThat(licenses.openRoom(license.id(), "r2")).isEqualTo(Opening.LIMIT_REACHED);

    licenses.closeRoom(license.id(), "r1");
    assertThat(licenses.openRoom(license.id(), "r2")).isEqualTo(Opening.OPENED);
  }

  @Test
  void aDisabledOrUnknownLicenseOpensNothing() {
    License on = issue(5).license();
    licenses.create(
        new License(on.id(), "d", 5, false, 1, on.authKeyHash(), on.secretKeyHash(), on.rooms()));

    assertThat(licenses.openRoom(on.id(), "r")).isEqualTo(Opening.DISABLED);
    assertThat(licenses.openRoom("unknown", "r")).isEqualTo(Opening.UNKNOWN_LICENSE);
  }

  @Test
  void aLimitOfZeroOpensNothing() {
    License license = issue(0).license();
    licenses.create(license);

    assertThat(licenses.openRoom(license.id(), "r")).isEqualTo(Opening.LIMIT_REACHED);
  }

  @Test
  void listsEveryLicenseByPages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 105; i++) {
      License license = issue(1).license();
      licenses.create(license);
      made.add(license.id());
    }

    List<String> listed = new ArrayList<>();
    for (List<String> page = licenses.idsAfter("");
        !page.isEmpty();
        page = licenses.idsAfter(page.getLast())) {
      listed.addAll(page);
    }
    assertThat(listed).containsExactlyElementsOf(made.stream().sorted().toList());
  }

  private static NewLicense issue(int roomLimit) {
    return NewLicense.issue("trial", roomLimit, TestClock.at("2026-01-01T00:00:00Z"));
  }
}
