package dev.moim.meetings.dynamodb;

import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Visits;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.people.dynamodb.PersonItem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads whoever asks and what they ask about together, from two tables. */
public final class DynamoVisits implements Visits {

  private final DynamoDbClient dynamo;
  private final MeetingsTables tables;

  public DynamoVisits(DynamoDbClient dynamo, MeetingsTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Visit of(Asked asked) {
    var found =
        new Batch()
            .add(tables.accounts(), PersonItem.key(asked.callerId()))
            .add(tables.meetings(), Keys.meeting(asked.meetingId()))
            .read(dynamo);
    return new Visit(
        found.of(tables.accounts()).stream().findFirst().flatMap(PersonItem::read),
        found.of(tables.meetings()).stream().findFirst().flatMap(MeetingItem::find));
  }
}
