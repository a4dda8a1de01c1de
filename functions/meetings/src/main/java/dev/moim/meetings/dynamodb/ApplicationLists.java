package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.meetings.participation.Participation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists of applications. */
record ApplicationLists(DynamoDbClient dynamo, String table) {

  List<Participation> of(long meetingId) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("#id = :meeting AND begins_with(#item, :applicant)")
                .expressionAttributeNames(Map.of("#id", Keys.ID, "#item", Keys.ITEM))
                .expressionAttributeValues(
                    Map.of(
                        ":meeting", text(Keys.partition(meetingId)),
                        ":applicant", text(Keys.APPLICANT)))
                .consistentRead(true))
        .items()
        .stream()
        .map(ApplicationItem::read)
        .sorted(Comparator.comparingLong(Participation::id))
        .toList();
  }

  List<Participation> byUser(long userId, long after, int limit) {
    return dynamo
        .query(r ->
            r.tableName(table)
                .indexName(Keys.LISTS)
                .keyConditionExpression("#list = :user AND #position > :after")
                .expressionAttributeNames(Map.of("#list", Keys.LIST, "#position", Keys.POSITION))
                .expressionAttributeValues(
                    Map.of(
                        ":user", text(Keys.applicationsOf(userId)),
                        ":after", text(Keys.padded(after))))
                .limit(limit))
        .items()
        .stream()
        .map(ApplicationItem::read)
        .toList();
  }
}
