package dev.moim.local.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The SDK's examples of a call and of a study, each opened by two people in a real browser. Those
 * of rooms are in {@link GroupCallTest}, and what the SDK does when all goes wrong in {@link
 * ShuffledPagesTest}.
 */
class SdkPagesTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static CallsCloud cloud;

  @TestFactory
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> examples() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    NodeScript script = NodeScript.with(cloud.environment(), LIMIT);
    script.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return script.tests("sdk-examples");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
