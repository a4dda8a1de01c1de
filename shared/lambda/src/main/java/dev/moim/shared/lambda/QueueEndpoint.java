package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** The Lambda entry of a queue: a message that fails is tried again, and no other because of it. */
public abstract class QueueEndpoint implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(QueueEndpoint.class);

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.with(() -> prime());

  /** What {@link Priming} runs. */
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
    return PowertoolsLogging.withLogging(
        context, () -> new SQSBatchResponse(failures(event.getRecords())));
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
