package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.meeting.Authorship;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.DomainEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Takes authors out of the table of meetings. */
public final class DynamoAuthorship implements Authorship {

  private final DynamoDbClient dynamo;
  private final String table;
  private final AuthorDays days;

  public DynamoAuthorship(DynamoDbClient dynamo, MeetingsTables tables) {
    this.dynamo = dynamo;
    this.table = tables.meetings();
    this.days = new AuthorDays(dynamo, table);
  }

  @Override
  public List<Day> days(long authorId) {
    List<Day> all = new ArrayList<>();
    days.of(authorId, AuthorDays.FIRST).forEach(item -> all.add(day(authorId, item)));
    return all;
  }

  private static Day day(long authorId, Map<String, AttributeValue> item) {
    String date = textOf(item, Keys.ITEM).substring(Keys.DAY.length());
    return new Day(
        authorId,
        new PostingDay(LocalDate.parse(date)),
        textsOf(item, AuthorDays.MEETINGS).stream().map(Long::parseLong).toList(),
        List.copyOf(textsOf(item, AuthorDays.PICTURES)));
  }

  /** The event of its creation, which it is as well, names its author and its picture too. */
  @Override
  public boolean disown(Meeting before) {
    Update disowned =
        new Update(table, Keys.meeting(before.id()))
            .onlyIf(path(MeetingItem.REVISION).equalTo(number(before.revision())))
            .set(path(MeetingItem.AUTHOR), number(Meeting.NOBODY))
            .set(
                path(DomainEvent.Item.FIELDS, MeetingEvents.AUTHOR_ID),
                text(Long.toString(Meeting.NOBODY)))
            .remove(path(MeetingItem.PICTURE))
            .remove(path(DomainEvent.Item.FIELDS, MeetingEvents.PICTURE))
            .increment(MeetingItem.REVISION);
    return new Transaction(List.of(disowned.inTransaction().item(), days.without(before)))
        .writeAmongMany(dynamo)
        .isEmpty();
  }

  /** A set that has lost its last text is not there. */
  @Override
  public boolean forget(Day day) {
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(Keys.day(day.authorId(), day.date()))
              .conditionExpression("attribute_not_exists(#meetings)")
              .expressionAttributeNames(Map.of("#meetings", AuthorDays.MEETINGS)));
      return true;
    } catch (ConditionalCheckFailedException made) {
      return false;
    }
  }
}
