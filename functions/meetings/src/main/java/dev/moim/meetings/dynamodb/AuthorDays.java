package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An item for each day of an author: what they made, and what is left of it. */
record AuthorDays(DynamoDbClient dynamo, String table) {

  /** How many meetings they made, N, which are left, SS, and pictures of the others, SS. */
  static final String MADE = "made";

  static final String MEETINGS = "meetings";
  static final String PICTURES = "pictures";

  /** Before all of them. */
  static final String FIRST = "0";

  /** Counts a new meeting, of which there may be so many. */
  TransactWriteItem with(Meeting meeting) {
    Path made = path(MADE);
    return new Update(table, key(meeting))
        .addTo(path(MEETINGS), Keys.padded(meeting.id()))
        .onlyIf(made.missing().or(made.lessThan(number(PostingDay.MAX_POSTS))))
        .inTransaction()
        .add(made, 1)
        .item();
  }

  /** Its picture is kept in mind, for it goes with its author. */
  TransactWriteItem without(Meeting meeting) {
    Update update =
        new Update(table, key(meeting)).takeFrom(path(MEETINGS), Keys.padded(meeting.id()));
    String picture = meeting.details().picture();
    if (picture != null) {
      update.addTo(path(PICTURES), picture);
    }
    return update.inTransaction().item();
  }

  private static Map<String, AttributeValue> key(Meeting meeting) {
    return Keys.day(meeting.authorId(), PostingDay.of(meeting.id()));
  }

  /** The oldest first. */
  Iterable<Map<String, AttributeValue>> of(long authorId, String from) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("#id = :author AND #item >= :day")
                .expressionAttributeNames(Map.of("#id", Keys.ID, "#item", Keys.ITEM))
                .expressionAttributeValues(
                    Map.of(":author", text(Keys.author(authorId)), ":day", text(Keys.DAY + from)))
                .consistentRead(true))
        .items();
  }
}
