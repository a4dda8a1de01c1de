package dev.moim.local.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * socket.io-client 4, 3 and 2 with the options they come with: they poll, and find their way to the
 * WebSocket. On an ordinary runtime, and on one whose frames overtake each other.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PollingClientsTest {

  private static final List<CallsCloud> CLOUDS = new ArrayList<>();

  @AfterAll
  static void stop() {
    CLOUDS.forEach(CallsCloud::close);
  }

  @TestFactory
  Stream<DynamicTest> studies() {
    return tests(Shuffle.ofProperties(), "study", "polling/study.test.mjs");
  }

  @TestFactory
  Stream<DynamicTest> studiesShuffled() {
    return tests(Shuffle.always(), "study", "polling/study.test.mjs");
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return tests(Shuffle.ofProperties(), "calls", "polling/calls.test.mjs");
  }

  @TestFactory
  Stream<DynamicTest> callsShuffled() {
    return tests(Shuffle.always(), "calls", "polling/calls.test.mjs");
  }

  @TestFactory
  Stream<DynamicTest> blocked() {
    return tests(Shuffle.ofProperties(), "study", "polling/blocked.test.mjs");
  }

  private static Stream<DynamicTest> tests(Shuffle shuffle, String family, String place) {
    CallsCloud cloud = CallsCloud.start(shuffle, Map.of(), Map.of("SocketIoFamily", family));
    CLOUDS.add(cloud);
    return NodeScript.with(cloud.environment(), Duration.ofMinutes(2)).tests(place);
  }
}
