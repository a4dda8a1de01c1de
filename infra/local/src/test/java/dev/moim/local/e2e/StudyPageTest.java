package dev.moim.local.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The document's example flow in real browsers: two members of a study call each other with real
 * video, over socket.io-client's own ES module, and find the call in history and statistics.
 */
class StudyPageTest {

  private static @Nullable CallsCloud cloud;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> page() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    NodeScript script = NodeScript.with(cloud.environment(), Duration.ofMinutes(10));
    script.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return script.tests("study-page");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
