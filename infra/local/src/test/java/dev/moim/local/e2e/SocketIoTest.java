package dev.moim.local.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** socket.io-client 4 and 2, and bare frames, against the calls socket. */
class SocketIoTest {

  private static CallsCloud cloud;

  @BeforeAll
  static void start() {
    cloud = CallsCloud.start();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> clients() {
    return NodeScript.with(cloud.environment(), Duration.ofMinutes(10)).tests("socketio");
  }
}
