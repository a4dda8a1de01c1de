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

/** Somebody reads the API documents in a real browser. */
class DocsPageTest {

  private static @Nullable CallsCloud cloud;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> pages() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start();
    NodeScript pages = NodeScript.with(cloud.environment(), Duration.ofMinutes(10));
    pages.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return pages.tests("docs");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
