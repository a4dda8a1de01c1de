package dev.moim.shared.aws;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.ServiceError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a secret says, read anew after a while. */
final class KeptSecret<T> implements Supplier<T> {

  /** How long a rotated secret may go unnoticed. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Until one that cannot be used is tried again: who mends it need not wait for long. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<T> source;
  private final Clock clock;
  private final Consumer<String> log;
  private @Nullable T value;
  private Instant goodUntil = Instant.MIN;

  /**
   * @param name for the log
   * @param log gets a sentence whenever reading it fails
   */
  KeptSecret(String name, Supplier<T> source, Clock clock, Consumer<String> log) {
    this.name = name;
    this.source = source;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public synchronized T get() {
    Instant now = clock.instant();
    if (goodUntil.isBefore(now)) {
      goodUntil = now.plus(read() ? LIFETIME : PATIENCE);
    }
    T known = value;
    if (known == null) {
      throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
    }
    return known;
  }

  private boolean read() {
    try {
      value = source.get();
      return true;
    } catch (MalformedException | FieldException wrong) {
      value = null;
      log.accept("The secret " + name + " cannot be used: " + wrong.getMessage());
    } catch (SdkException unread) {
      if (isFinal(unread)) {
        value = null; // otherwise what was read before is most likely still good
      }
      log.accept("The secret " + name + " cannot be read: " + unread.getMessage());
    }
    return false;
  }

  /** Whether asking again will not help: there is no such secret, or it is not for us. */
  private static boolean isFinal(SdkException unread) {
    return unread instanceof AwsServiceException refused
        && refused.statusCode() < 500
        && !refused.isThrottlingException();
  }
}
