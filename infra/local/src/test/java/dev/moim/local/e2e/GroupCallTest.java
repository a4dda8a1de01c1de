package dev.moim.local.e2e;

import dev.moim.livekit.LiveKitServer;
import dev.moim.local.LocalSecrets;
import dev.moim.testkit.livekit.RealLiveKit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * People in real browsers meet in rooms and studies whose media goes through a real LiveKit server:
 * the one that {@code LIVEKIT_URL} and its keys name, else one on this machine.
 */
class GroupCallTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static @Nullable LiveKitServer liveKit;
  private static @Nullable CallsCloud cloud;

  private static @Nullable NodeScript script;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> rooms() {
    return script().tests("group");
  }

  /** A study's call has to outgrow the mesh before it comes here. */
  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> studies() {
    return script().tests("study-group");
  }

  /** Those of the SDK's examples that need a media server. */
  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> examples() {
    return script().tests("sdk-examples-group");
  }

  /** A page made for another vendor's SDK. */
  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> knowledgetalk() {
    return script().tests("knowledgetalk-group");
  }

  private static NodeScript script() {
    NodeScript.requireBrowser();
    if (script == null) {
      script = start();
    }
    return script;
  }

  private static NodeScript start() {
    // Each of the two servers has to know the other's address before it starts.
    int port = LiveKitServer.freePort();
    cloud = CallsCloud.start(port, liveKit("http://127.0.0.1:" + port + "/api/livekit/webhook"));
    NodeScript pages = NodeScript.with(cloud.environment(), LIMIT);
    pages.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return pages;
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
    if (liveKit != null) {
      liveKit.close();
    }
  }

  private static Map<String, String> liveKit(String webhook) {
    Map<String, String> given = System.getenv();
    if (given.containsKey("LIVEKIT_URL")) {
      return access(
          given.get("LIVEKIT_URL"), given.get("LIVEKIT_API_KEY"), given.get("LIVEKIT_API_SECRET"));
    }
    liveKit = RealLiveKit.startOrSkip(Optional.of(webhook));
    return access(liveKit.url(), liveKit.config().apiKey(), liveKit.config().secret());
  }

  private static Map<String, String> access(String url, String apiKey, String secret) {
    return LocalSecrets.liveKit(url, apiKey, secret);
  }
}
