package dev.moim.local.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors of {@code shared/wire} are still what the real Socket.IO clients write and read. */
class WireVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return NodeScript.with(Map.of(), Duration.ofMinutes(4)).tests("wire");
  }
}
