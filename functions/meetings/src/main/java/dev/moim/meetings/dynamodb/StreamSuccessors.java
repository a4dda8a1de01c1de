package dev.moim.meetings.dynamodb;

import dev.moim.meetings.forget.Successors;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.kernel.DomainEvent;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The readers of the stream of meetings. An event that is told again is no new item. */
public record StreamSuccessors(DynamoDbClient dynamo, MeetingsTables tables) implements Successors {

  @Override
  public void tell(DomainEvent gone) {
    var key = Keys.gone(gone);
    new Transaction(List.of(EventItems.put(tables.meetings(), key, gone))).writeAmongMany(dynamo);
  }
}
