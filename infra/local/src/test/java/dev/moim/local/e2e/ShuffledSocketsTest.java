package dev.moim.local.e2e;

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
 * Clients on sockets whose frames overtake each other, some of which meet cold starts: those who
 * click twice, and those who wait for each answer.
 *
 * <p>{@code -Dmoim.clicks=100} lets the former click so many times instead of a few.
 */
class ShuffledSocketsTest {

  private static final int CLICKS = Integer.getInteger("moim.clicks", 10);

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LIMIT_OF_ONE = Duration.ofSeconds(5);

  private static final String SECRET = "a secret that this front end shares with us";

  /** Long enough for a client to return in whose frames are late, short enough to wait for. */
  private static final String GRACE_SECONDS = "8";

  private static CallsCloud cloud;
  private static Map<String, String> environment;

  @BeforeAll
  static void start() {
    cloud =
        CallsCloud.start(
            Shuffle.always(),
            Map.of("RECONNECT_GRACE_SECONDS", GRACE_SECONDS, "NEXTAUTH_SECRET", SECRET));
    environment = new HashMap<>(cloud.environment());
    environment.put("MOIM_NEXTAUTH_SECRET", SECRET);
    environment.put("MOIM_CLICKS", String.valueOf(CLICKS));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @TestFactory
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> clicks() {
    Duration limit = LIMIT.plus(LIMIT_OF_ONE.multipliedBy(CLICKS));
    return NodeScript.with(environment, limit).tests("clicks");
  }

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> scenarios() {
    return NodeScript.with(environment, LIMIT)
        .tests(
            "socketio/mixed.test.mjs", "socketio/recovery.test.mjs", "studies/signalling.test.mjs");
  }
}
