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
 * A page made for another vendor's browser SDK runs over ours by its surface, in real browsers and
 * while frames overtake each other. Its group rooms are in {@link GroupCallTest}.
 */
class KnowledgetalkTest {

  private static final Duration LIMIT = Duration.ofMinutes(8);

  private static @Nullable CallsCloud cloud;

  @TestFactory
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> peers() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start(Shuffle.always());
    NodeScript script = NodeScript.with(cloud.environment(), LIMIT);
    script.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return script.tests("knowledgetalk");
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }
}
