package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLicenseTest {

  @TempDir Path home;

  @Test
  void hasRoomForAHundredAndStaysTheSame() throws Exception {
    try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
      new TableCreator(database.client())
          .create(RootTemplate.load().table("LicensesTable"), "LicensesTable");
      var licenses =
          new DynamoLicenses(
              database.client(), "LicensesTable", RateLimits.DEFAULTS, Clock.systemUTC());
      Optional<Path> file = Optional.of(home.resolve("trial-license.json"));
      TrialLicense issued = TrialLicense.ensure(file, licenses);

      assertThat(issued.roomLimit()).isEqualTo(100);
      assertThat(licenses.find(issued.accessKey()).orElseThrow().roomLimit()).isEqualTo(100);
      assertThat(TrialLicense.ensure(file, licenses)).isEqualTo(issued);
    }
  }
}
