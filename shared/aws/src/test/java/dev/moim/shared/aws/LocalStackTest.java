package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.template.Queue;
import dev.moim.testkit.LocalStack;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues and secrets as functions use them, where there is a LocalStack to hold them. */
class LocalStackTest {

  private static final String RUN = "-" + ProcessHandle.current().pid();

  private static SqsClient sqs;
  private static SecretsManagerClient secretsManager;

  @BeforeAll
  static void connect() {
    sqs = LocalStack.client(SqsClient.builder());
    secretsManager = LocalStack.client(SecretsManagerClient.builder());
  }

  @AfterAll
  static void disconnect() {
    if (sqs != null) {
      sqs.close();
      secretsManager.close();
    }
  }

  static Stream<Queue> queues() {
    List<Queue> queues = RootTemplate.load().queues();
    assertThat(queues).isNotEmpty();
    return queues.stream();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void everyQueueOfTheTemplateGivesBackATimerWhenItIsDue(Queue queue) {
    String url =
        sqs.createQueue(r -> r.queueName(queue.name() + RUN).attributes(attributes(queue)))
            .queueUrl();
    Timer timer = new Timer("grace", Map.of("connectionId", "L0SM9cOFvHcCIhw=", "name", "홍길동"));

    new SqsTimers(sqs, url).set(timer, Duration.ofSeconds(1));

    assertThat(count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).isOne();
    assertThat(
            sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).messages().stream()
                .map(message -> SqsTimers.read(message.body())))
        .containsExactly(timer);
    sqs.deleteQueue(r -> r.queueUrl(url));
  }

  private static Map<QueueAttributeName, String> attributes(Queue queue) {
    return Map.of(
        QueueAttributeName.DELAY_SECONDS, Long.toString(queue.delay().toSeconds()),
        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(queue.visibilityTimeout().toSeconds()),
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(queue.retention().toSeconds()));
  }

  private static int count(String url, QueueAttributeName what) {
    return Integer.parseInt(
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(what)).attributes().get(what));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TURN_SECRET", "LIVEKIT_SECRET", "NEXTAUTH_SECRET", "TOKEN_SECRET"})
  void aSecretIsReadAndAfterMinutesItsNewValue(String name) {
    String arn =
        secretsManager.createSecret(r -> r.name(name + RUN).secretString("the old value")).arn();
    TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
    Supplier<String> secret = secrets(name, arn, clock).find(name).orElseThrow();

    assertThat(secret.get()).isEqualTo("the old value");
    secretsManager.putSecretValue(r -> r.secretId(arn).secretString("the new value"));
    assertThat(secret.get()).isEqualTo("the old value");
    clock.advance(Duration.ofMinutes(6));
    assertThat(secret.get()).isEqualTo("the new value");
    secretsManager.deleteSecret(r -> r.secretId(arn).forceDeleteWithoutRecovery(true));
  }

  @Test
  void aSecretThatIsNotThereIsARefusal() {
    String arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:nowhere-AbCdEf";
    Supplier<String> secret =
        secrets("TURN_SECRET", arn, TestClock.at("2026-01-31T09:00:00Z"))
            .find("TURN_SECRET")
            .orElseThrow();

    assertThatThrownBy(secret::get).isInstanceOf(DomainException.class);
  }

  private static AwsSecrets secrets(String name, String arn, TestClock clock) {
    return new AwsSecrets(new Settings(Map.of(name + "_ARN", arn)), () -> secretsManager, clock);
  }
}
