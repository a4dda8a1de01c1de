package dev.moim.local.e2e;

import dev.moim.license.NewLicense;
import dev.moim.license.dynamodb.DynamoLicenses;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** socket.io-client 4 and 2, and bare frames, against the calls socket. */
class SocketIoTest {

  private static LocalCloud cloud;
  private static NewLicense license;

  @BeforeAll
  static void start() {
    cloud = LocalCloud.start(LocalOptions.of(Path.of(System.getProperty("moim.root"))));
    license = NewLicense.issue("socketio", 100, Clock.systemUTC());
    new DynamoLicenses(cloud.dynamoDb(), "Licenses").create(license.license());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @TestFactory
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> clients() {
    Map<String, String> environment =
        Map.of(
            "MOIM_URL", cloud.url().toString(),
            "MOIM_CP_CODE", license.license().cpCode(),
            "MOIM_AUTH_KEY", license.authKey());
    return NodeScript.with(environment, Duration.ofMinutes(2)).tests("socketio");
  }
}
