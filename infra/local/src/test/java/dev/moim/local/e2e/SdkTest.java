package dev.moim.local.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the SDK says of itself: its bundles and its types. Prints how large it is. */
class SdkTest {

  @TestFactory
  Stream<DynamicTest> bundlesAndTypes() {
    NodeScript script = NodeScript.with(Map.of(), Duration.ofMinutes(5));
    script.installPackages(Path.of(System.getProperty("moim.root"), "web", "sdk"));
    return script.tests("sdk");
  }
}
