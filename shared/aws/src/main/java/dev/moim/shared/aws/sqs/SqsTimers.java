package dev.moim.shared.aws.sqs;

import dev.moim.shared.aws.http.RehearsedHttpClient;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Timers as delayed SQS messages: {@code {"kind":…, …data}}. */
public final class SqsTimers implements Timers {

  private static final String KIND = "kind";

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsTimers(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void set(Timer timer, Duration delay) {
    Map<String, Object> body = new HashMap<>(timer.data());
    body.put(KIND, timer.kind());
    sqs.sendMessage(r ->
        r.queueUrl(queueUrl).messageBody(Json.write(body)).delaySeconds((int) delay.toSeconds()));
  }

  /** Sets one that is taken and one that is refused; anywhere but in a rehearsal, neither. */
  public static void rehearse(SqsClient sqs) {
    for (String queue : List.of(RehearsedHttpClient.KNOWN, "-")) {
      try {
        new SqsTimers(sqs, queue).set(new Timer("-", Map.of()), Duration.ZERO);
      } catch (SdkException refused) {
        // As it should be of one of them.
      }
    }
  }

  /** The timer a queue message holds. */
  public static Timer read(String messageBody) {
    Map<String, String> data = new HashMap<>();
    Json.readObject(messageBody).forEach((name, value) -> data.put(name, String.valueOf(value)));
    String kind = data.remove(KIND);
    if (kind == null) {
      throw new IllegalArgumentException("timer has no kind");
    }
    return new Timer(kind, data);
  }
}
