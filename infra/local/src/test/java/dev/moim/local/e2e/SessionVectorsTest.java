package dev.moim.local.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The session cookies that studies are tested with are still what the real libraries make. */
class SessionVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return NodeScript.with(Map.of(), Duration.ofMinutes(4)).tests("session");
  }
}
