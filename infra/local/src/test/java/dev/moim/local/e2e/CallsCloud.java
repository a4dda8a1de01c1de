package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The project's own template, running, with one license that allows plenty of rooms. */
final class CallsCloud implements AutoCloseable {

  private static final int ROOM_LIMIT = 100;

  private final LocalCloud cloud;
  private final NewLicense license;

  private CallsCloud(LocalCloud cloud, NewLicense license) {
    this.cloud = cloud;
    this.license = license;
  }

  static CallsCloud start() {
    return start(0, Map.of());
  }

  /**
   * @param port 0 takes a free one
   * @param environment more variables for its functions
   */
  static CallsCloud start(int port, Map<String, String> environment) {
    return start(options(Shuffle.ofProperties()).port(port).environment(environment));
  }

  /** Frames wait at random, and overtake each other. */
  static CallsCloud start(Shuffle shuffle) {
    return start(shuffle, Map.of());
  }

  static CallsCloud start(Shuffle shuffle, Map<String, String> environment) {
    return start(options(shuffle).environment(environment));
  }

  /**
   * @param parameters values for the template's
   */
  static CallsCloud start(
      Shuffle shuffle, Map<String, String> environment, Map<String, String> parameters) {
    return start(options(shuffle).environment(environment).parameters(parameters));
  }

  private static LocalOptions options(Shuffle shuffle) {
    Path project = Path.of(System.getProperty("moim.root"));
    return LocalOptions.of(project).gateways(shuffle.gateways());
  }

  private static CallsCloud start(LocalOptions options) {
    LocalCloud cloud = LocalCloud.start(options);
    NewLicense license = NewLicense.issue("test", ROOM_LIMIT, Clock.systemUTC());
    boolean created =
        new DynamoLicenses(
                cloud.dynamoDb(), "LicensesTable", RateLimits.DEFAULTS, Clock.systemUTC())
            .create(license.license());
    assertThat(created).as("the license is new").isTrue();
    return new CallsCloud(cloud, license);
  }

  /** What scripts need to know: the runtime, the license, and where pictures of pages go. */
  Map<String, String> environment() {
    return Map.of(
        "MOIM_URL", cloud.url().toString(),
        "MOIM_CP_CODE", license.license().cpCode(),
        "MOIM_AUTH_KEY", license.authKey(),
        "MOIM_ACCESS_KEY", license.license().id(),
        "MOIM_SECRET_KEY", license.secretKey(),
        "MOIM_SHOTS", Path.of("target/screenshots").toAbsolutePath().toString());
  }

  URI socketUrl() {
    return URI.create(cloud.url().toString().replaceFirst("^http", "ws") + "/calls");
  }

  LocalCloud cloud() {
    return cloud;
  }

  NewLicense license() {
    return license;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
