package dev.moim.shared.aws;

import dev.moim.shared.kernel.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets by the settings that name them: {@code X_SECRET_ARN} in Secrets Manager, or {@code
 * X_SECRET} itself where there is none, as on a developer's machine.
 *
 * <p>A secret is read when first asked for and again after {@link #LIFETIME}: never while a
 * function's snapshot is made, which would keep it for as long as the version lives.
 */
public final class AwsSecrets {

  /** How long a rotated secret may go unnoticed. */
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Settings settings;
  private final Supplier<SecretsManagerClient> client;
  private final Clock clock;

  public AwsSecrets(Settings settings, Supplier<SecretsManagerClient> client, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  /**
   * @param name of the setting that may hold the secret itself; with {@code _ARN} behind it, of the
   *     one that may name it in Secrets Manager
   * @return nothing if neither is set
   */
  public Optional<Supplier<String>> find(String name) {
    return settings
        .find(name + "_ARN")
        .<Supplier<String>>map(Cached::new)
        .or(() -> settings.find(name).map(secret -> () -> secret));
  }

  private final class Cached implements Supplier<String> {
    private final String arn;
    private @Nullable String value;
    private Instant readAt = Instant.MIN;

    Cached(String arn) {
      this.arn = arn;
    }

    @Override
    public synchronized String get() {
      Instant now = clock.instant();
      if (value == null || readAt.plus(LIFETIME).isBefore(now)) {
        value = client.get().getSecretValue(r -> r.secretId(arn)).secretString();
        readAt = now;
      }
      return value;
    }
  }
}
