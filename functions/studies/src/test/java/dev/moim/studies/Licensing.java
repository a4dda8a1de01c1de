package dev.moim.studies;

import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.util.Map;

/** Licenses of tenants whose servers keep studies themselves. */
final class Licensing {

  private static final String TABLE = "LicensesTable";

  private final DynamoDbExtension dynamo;
  private final Clock clock;

  Licensing(DynamoDbExtension dynamo, Clock clock) {
    this.dynamo = dynamo;
    this.clock = clock;
  }

  Map<String, String> settings() {
    return Map.of("LICENSES_TABLE", dynamo.table(TABLE));
  }

  /** Another one each time. */
  License license() {
    License license = NewLicense.issue("example.com", 10, clock).license();
    RateLimits limits = RateLimits.from(new Settings(Map.of()));
    new DynamoLicenses(dynamo.client(), dynamo.table(TABLE), limits, clock).create(license);
    return license;
  }

  void disable(License license) {
    new DynamoLicenseControl(dynamo.client(), dynamo.table(TABLE)).disable(license.id());
  }
}
