package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.kernel.Settings;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsSecretsTest {

  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:s-AbCdEf";

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final AtomicInteger reads = new AtomicInteger();
  private HttpServer secretsManager;

  @BeforeEach
  void start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    secretsManager = HttpServer.create(address, 0);
    secretsManager.createContext(
        "/",
        exchange -> {
          String answer = "{\"SecretString\":\"secret %d\"}".formatted(reads.incrementAndGet());
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    secretsManager.start();
  }

  @AfterEach
  void stop() {
    secretsManager.stop(0);
  }

  @Test
  void readsASecretWhenAskedAndAgainOnceItMayHaveBeenRotated() {
    Supplier<String> secret = secrets(Map.of("X_SECRET_ARN", ARN, "X_SECRET", "plain"));
    assertThat(reads).as("reads before anybody asked").hasValue(0);

    assertThat(secret.get()).isEqualTo("secret 1");
    clock.advance(Duration.ofMinutes(5));
    assertThat(secret.get()).isEqualTo("secret 1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(secret.get()).isEqualTo("secret 2");
  }

  @Test
  void takesThePlainSettingWhereThereIsNoArn() {
    assertThat(secrets(Map.of("X_SECRET_ARN", "", "X_SECRET", "plain")).get()).isEqualTo("plain");
    assertThat(reads).hasValue(0);
  }

  private Supplier<String> secrets(Map<String, String> given) {
    Map<String, String> values = new HashMap<>(given);
    values.put("AWS_REGION", "us-east-1");
    values.put("AWS_ACCESS_KEY_ID", "local");
    values.put("AWS_SECRET_ACCESS_KEY", "local");
    values.put(
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        "http://127.0.0.1:" + secretsManager.getAddress().getPort());
    Settings settings = new Settings(values);
    AwsClients clients = new AwsClients(settings);
    return new AwsSecrets(settings, clients::secrets, clock).find("X_SECRET").orElseThrow();
  }
}
