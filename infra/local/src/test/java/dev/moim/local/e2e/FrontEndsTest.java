package dev.moim.local.e2e;

import dev.moim.testkit.livekit.FakeLiveKit;
import java.nio.file.Path;
import java.time.Clock;
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

/** What README.md tells people to change in front ends that exist is what works. */
class FrontEndsTest {

  private static final String SECRET = "a secret that this front end shares with us";

  private static FakeLiveKit livekit;
  private static CallsCloud cloud;

  @BeforeAll
  static void start() {
    livekit = FakeLiveKit.start(Clock.systemUTC());
    cloud =
        CallsCloud.start(
            0,
            Map.of(
                "NEXTAUTH_SECRET",
                SECRET,
                "JOIN_STARTS_CALL",
                "true",
                "LIVEKIT_SECRET",
                FakeLiveKit.secret(livekit.url())));
  }

  @AfterAll
  static void stop() {
    cloud.close();
    livekit.close();
  }

  @TestFactory
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> lines() {
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("MOIM_NEXTAUTH_SECRET", SECRET);
    environment.put(
        "MOIM_README", Path.of(System.getProperty("moim.root"), "README.md").toString());
    return NodeScript.with(environment, Duration.ofMinutes(5)).tests("frontends");
  }
}
