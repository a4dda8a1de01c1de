package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.moim.shared.lambda.Invocations.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Lambda entry of a queue: a message that fails is tried again, and no other because of it. */
public abstract class QueueEndpoint implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(QueueEndpoint.class);

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.of(this, () -> prime());

  private final Invocations invocations = new Invocations(Environment.settings());

  /** What {@link Priming} reads for real; it rehearses the handler's events besides. */
  protected abstract void prime();

  /**
   * Handles one message; throwing puts it back into the queue, finally into the dead-letter queue.
   */
  protected abstract void handle(String messageBody);

  @Override
  public final SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    if (event.getRecords() == null) {
      return new SQSBatchResponse(List.of()); // {"warm":true}
    }
    return invocations.run(
        context,
        new Occasion("timer", received(event.getRecords())),
        () -> new SQSBatchResponse(failures(event.getRecords())));
  }

  /** When the first message left the queue for the first time. */
  private static long received(List<SQSEvent.SQSMessage> messages) {
    Map<String, String> attributes =
        messages.isEmpty() ? null : messages.getFirst().getAttributes();
    String at = attributes == null ? null : attributes.get("ApproximateFirstReceiveTimestamp");
    return at == null || !at.matches("[0-9]{1,18}") ? 0 : Long.parseLong(at);
  }

  private List<SQSBatchResponse.BatchItemFailure> failures(List<SQSEvent.SQSMessage> messages) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : messages) {
      try {
        handle(message.getBody());
      } catch (RuntimeException defect) {
        LOG.error("message {} failed", message.getMessageId(), defect);
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return failures;
  }
}
