package dev.moim.local.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Browsers call each other while their frames overtake each other and some meet cold starts: pages
 * that rely on the order of what they get, those of the SDK, and those of the console.
 *
 * <p>{@code -Dmoim.setups=200} lets the first two set up so many calls instead of a few, and the
 * console call as well.
 */
class ShuffledPagesTest {

  private static final int SETUPS = Integer.getInteger("moim.setups", 15);
  private static final int SDK_SETUPS = Integer.getInteger("moim.setups", 9);

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LIMIT_OF_ONE = Duration.ofSeconds(5);

  private static CallsCloud cloud;
  private static Map<String, String> environment;

  @BeforeAll
  static void start() {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start(Shuffle.always());
    environment = new HashMap<>(cloud.environment());
    environment.put("MOIM_SETUPS", String.valueOf(SETUPS));
    environment.put("MOIM_SDK_SETUPS", String.valueOf(SDK_SETUPS));
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }

  @TestFactory
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> pagesWithoutQueues() {
    return NodeScript.with(environment, limit(SETUPS)).tests("setups");
  }

  /** One socket is cut in each of its calls, while they are set up. */
  @TestFactory
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> sdk() {
    return NodeScript.with(environment, limit(SDK_SETUPS)).tests("sdk-setups");
  }

  private static Duration limit(int setups) {
    return LIMIT.plus(LIMIT_OF_ONE.multipliedBy(setups));
  }

  /**
   * Minutes: the console keeps candidates back itself, so that the others ask more of the server.
   */
  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> console() {
    if (Integer.getInteger("moim.setups") == null) {
      return Stream.empty();
    }
    NodeScript script = NodeScript.with(environment, LIMIT);
    script.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return script.tests("browser/call.test.mjs", "study-page");
  }
}
