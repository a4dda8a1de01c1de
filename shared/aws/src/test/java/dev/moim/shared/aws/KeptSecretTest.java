package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** What happens to requests when a secret cannot be used. */
class KeptSecretTest {

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final List<String> log = new ArrayList<>();
  private final AtomicReference<Supplier<String>> source = new AtomicReference<>(() -> "good");
  private final AtomicInteger reads = new AtomicInteger();
  private final KeptSecret<String> secret =
      new KeptSecret<>(
          "X_SECRET (arn:x)",
          () -> {
            reads.incrementAndGet();
            return source.get().get();
          },
          clock,
          log::add);

  @Test
  void aMalformedOneIsNamedInOneSentenceAndTriedAgainSoon() {
    source.set(() -> {
      throw new MalformedException("not valid JSON");
    });

    assertUnavailable();
    assertUnavailable();
    assertThat(log).containsExactly("The secret X_SECRET (arn:x) cannot be used: not valid JSON");
    assertThat(reads).hasValue(1);

    source.set(() -> "mended");
    clock.advance(KeptSecret.PATIENCE.plusMillis(1));
    assertThat(secret.get()).isEqualTo("mended");
  }

  @Test
  void aMissingFieldIsNamedToo() {
    source.set(() -> {
      throw FieldException.missing("apiKey");
    });

    assertUnavailable();
    assertThat(log).singleElement().asString().endsWith("apiKey is required");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void oneThatWasTakenAwayIsNotUsedAnyMore(int status) {
    assertThat(secret.get()).isEqualTo("good");
    source.set(() -> {
      throw refusal(status, "ResourceNotFoundException");
    });
    clock.advance(KeptSecret.LIFETIME.plusMillis(1));

    assertUnavailable();
    assertThat(log).singleElement().asString().startsWith("The secret X_SECRET (arn:x) cannot be");
  }

  @Test
  void whileSecretsManagerIsDownTheLastOneIsGood() {
    assertThat(secret.get()).isEqualTo("good");
    List<RuntimeException> troubles =
        List.of(
            SdkClientException.create("timed out"),
            refusal(500, "InternalServiceError"),
            refusal(400, "ThrottlingException"));
    for (RuntimeException trouble : troubles) {
      source.set(() -> {
        throw trouble;
      });
      clock.advance(KeptSecret.LIFETIME.plus(Duration.ofSeconds(1)));
      assertThat(secret.get()).as("during %s", trouble).isEqualTo("good");
    }
    assertThat(log).hasSize(3);
  }

  @Test
  void beforeItWasEverReadThereIsNone() {
    source.set(() -> {
      throw SdkClientException.create("timed out");
    });

    assertUnavailable();
  }

  private void assertUnavailable() {
    assertThatThrownBy(secret::get)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(ServiceError.SERVICE_UNAVAILABLE));
  }

  private static RuntimeException refusal(int status, String code) {
    return SecretsManagerException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build())
        .build();
  }
}
