package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The Lambda entry of a table's stream: hands over the changes of the table, those of an item in
 * their order. After one that fails none of its batch is touched; it and they come again.
 */
public abstract class ChangeEndpoint
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeEndpoint.class);

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.of(this, () -> prime());

  /** What {@link Priming} reads for real; it rehearses the handler's events besides. */
  protected abstract void prime();

  /**
   * Handles one change, which may have been handled before, and newer ones of its item too.
   * Throwing lets it come again, and finally go to the queue of failures.
   */
  protected abstract void change(DynamodbStreamRecord record);

  /**
   * @throws RuntimeException if the first of several records fails: of such a batch Lambda tries
   *     each half for itself, while a failure that is reported keeps it whole
   */
  @Override
  public final StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    if (event.getRecords() == null) {
      return new StreamsEventResponse(List.of()); // {"warm":true}
    }
    return PowertoolsLogging.withLogging(context, () -> handled(event.getRecords()));
  }

  private StreamsEventResponse handled(List<DynamodbStreamRecord> records) {
    for (DynamodbStreamRecord record : records) {
      try {
        change(record);
      } catch (RuntimeException defect) {
        String number = record.getDynamodb().getSequenceNumber();
        LOG.error("record {} failed", number, defect);
        if (records.size() > 1 && record.equals(records.getFirst())) {
          throw defect;
        }
        return new StreamsEventResponse(List.of(new BatchItemFailure(number)));
      }
    }
    return new StreamsEventResponse(List.of());
  }
}
