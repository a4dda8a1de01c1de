package dev.moim.local.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** People make meetings, find them, apply and decide, in real browsers. */
class MeetingsPageTest {

  private static @Nullable CallsCloud cloud;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> page() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    return NodeScript.with(cloud.environment(), Duration.ofMinutes(10)).tests("meetings-page");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
