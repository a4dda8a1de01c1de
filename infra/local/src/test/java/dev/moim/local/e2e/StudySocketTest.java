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
 * socket.io-client 4 and 2, with sessions of next-auth 4 and Auth.js 5, against the study socket.
 */
class StudySocketTest {

  private static final String SECRET = "a secret that this front end shares with us";

  /** Long enough for a client to return in, short enough to wait for. */
  private static final String GRACE_SECONDS = "4";

  private static CallsCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        CallsCloud.start(
            0, Map.of("RECONNECT_GRACE_SECONDS", GRACE_SECONDS, "NEXTAUTH_SECRET", SECRET));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> clients() {
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("MOIM_NEXTAUTH_SECRET", SECRET);
    return NodeScript.with(environment, Duration.ofMinutes(10)).tests("studies");
  }
}
