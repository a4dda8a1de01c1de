package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.moim.shared.kernel.DomainEvent;

/** The Lambda entry of a table's stream that hands over the events which were written to it. */
public abstract class StreamEndpoint extends ChangeEndpoint {

  /** Handles one event, under the conditions of {@link #change}. */
  protected abstract void handle(DomainEvent event);

  @Override
  protected final void change(DynamodbStreamRecord record) {
    EventRecords.read(record).ifPresent(this::handle);
  }
}
