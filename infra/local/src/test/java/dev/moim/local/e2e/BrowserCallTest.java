package dev.moim.local.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * People in real browsers call each other over the local runtime, through the console: pictures are
 * decoded on both sides, hosts do what hosts may, and a lost network ends nothing.
 *
 * <p>Pictures of the pages are left in {@code target/screenshots}.
 */
class BrowserCallTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static CallsCloud cloud;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> pages() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    return NodeScript.with(cloud.environment(), LIMIT).tests("browser");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
