package dev.moim.local.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * People of a meeting chat in real browsers, over the ES modules of @stomp/stompjs, and Chromium's
 * own EventSource hears of notifications.
 */
class ChatPageTest {

  private static @Nullable CallsCloud cloud;
  private static @Nullable NotificationSource notifications;

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> page() throws IOException {
    NodeScript.requireBrowser();
    cloud = CallsCloud.start(Shuffle.ofProperties(), Map.of("NOTIFICATIONS_POLL_SECONDS", "1"));
    notifications = new NotificationSource(cloud.cloud());
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("MOIM_NOTIFICATIONS", notifications.url().toString());
    NodeScript script = NodeScript.with(environment, Duration.ofMinutes(10));
    script.installPackages(Path.of(System.getProperty("moim.root"), "web"));
    return script.tests("chat-page");
  }

  @AfterAll
  static void stop() {
    if (notifications != null) {
      notifications.close();
    }
    if (cloud != null) {
      cloud.close();
    }
  }
}
