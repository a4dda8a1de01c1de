package dev.moim.local.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The types for TypeScript are those that the API documents describe. */
class TypesTest {

  @TestFactory
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> types() {
    NodeScript script = NodeScript.with(Map.of(), Duration.ofMinutes(3));
    script.installPackages(Path.of(System.getProperty("moim.root"), "web/types"));
    return script.tests("types");
  }
}
