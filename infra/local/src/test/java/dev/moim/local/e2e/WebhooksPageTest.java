package dev.moim.local.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The receiver that {@code ./moim up} brings, in a real browser: what comes, and what is genuine.
 */
class WebhooksPageTest {

  private static @Nullable CallsCloud cloud;

  @TestFactory
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> page() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    return NodeScript.with(cloud.environment(), Duration.ofMinutes(5)).tests("webhooks-page");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
