package dev.moim.local.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The console's modules that need no browser: signalling, room state, phrases, page rules. */
class ConsoleModulesTest {

  @TestFactory
  Stream<DynamicTest> modules() {
    return NodeScript.with(Map.of(), Duration.ofMinutes(4)).tests("web");
  }
}
