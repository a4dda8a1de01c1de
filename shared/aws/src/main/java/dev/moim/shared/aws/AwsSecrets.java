package dev.moim.shared.aws;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.kernel.Settings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets by the settings that name them: {@code X_SECRET_ARN} in Secrets Manager, or {@code
 * X_SECRET} itself where there is none, as on a developer's machine.
 *
 * <p>A secret is read when first asked for and again after some minutes: never while a function's
 * snapshot is made, which would keep it for as long as the version lives. One that cannot be used
 * is answered with {@link dev.moim.shared.kernel.ServiceError#SERVICE_UNAVAILABLE}, and the log
 * names it.
 */
public final class AwsSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(AwsSecrets.class);

  private final Settings settings;
  private final Supplier<SecretsManagerClient> client;
  private final Clock clock;

  public AwsSecrets(Settings settings, Supplier<SecretsManagerClient> client, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  /**
   * A secret that is one text.
   *
   * @param name as in {@link #find(String, Function)}
   */
  public Optional<Supplier<String>> find(String name) {
    return find(name, AwsSecrets::text);
  }

  /**
   * @param name of the setting that may hold the secret itself; with {@code _ARN} behind it, of the
   *     one that may name it in Secrets Manager
   * @param reader of its text; throws {@link MalformedException} or {@link
   *     dev.moim.shared.kernel.FieldException}, whose message must quote nothing of it
   * @return nothing if neither is set
   */
  public <T> Optional<Supplier<T>> find(String name, Function<String, T> reader) {
    return settings
        .find(name + "_ARN")
        .<Supplier<T>>map(arn -> kept(name + " (" + arn + ")", () -> fetch(arn), reader))
        .or(() -> settings.find(name).map(text -> kept(name, () -> text, reader)));
  }

  /** The same of a secret that the deployment cannot do without. */
  public <T> Supplier<T> require(String name, Function<String, T> reader) {
    return find(name, reader).orElseGet(() -> kept(name, AwsSecrets::nowhere, reader));
  }

  private <T> Supplier<T> kept(String name, Supplier<String> source, Function<String, T> reader) {
    var secret = new KeptSecret<>(name, () -> reader.apply(source.get()), clock, LOG::error);
    return () -> Rehearsal.isOn() ? rehearsed(source, reader) : secret.get();
  }

  /** Asks as usual, and goes on with a text that is worth nothing to anybody and kept nowhere. */
  private static <T> T rehearsed(Supplier<String> source, Function<String, T> reader) {
    try {
      var _ = source.get();
      return reader.apply(Rehearsal.secret());
    } catch (MalformedException | FieldException | SdkException notOneText) {
      throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
    }
  }

  private String fetch(String arn) {
    String text = client.get().getSecretValue(r -> r.secretId(arn)).secretString();
    return text == null ? "" : text; // a binary one has no text
  }

  private static String text(String value) {
    if (value.isBlank()) {
      throw new MalformedException("it is empty");
    }
    return value;
  }

  private static String nowhere() {
    throw new MalformedException("no setting has or names it");
  }
}
