package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.participation.Application;
import dev.moim.meetings.participation.ParticipationStatus;
import dev.moim.meetings.participation.Participations.Change;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.DomainEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How applications go. */
record Departures(DynamoDbClient dynamo, String table) {

  Change delete(Application application, boolean over) {
    return DynamoParticipations.change(
        new Transaction(
                List.of(
                    over
                        ? deleted(application, "")
                        : deleted(application, " AND #status <> :approved"),
                    forgotten(application)))
            .writeAmongMany(dynamo),
        Change.WRONG_STATUS);
  }

  /**
   * @param membership what becomes of that
   */
  Change leave(Application application, DomainEvent event, TransactWriteItem membership) {
    Path approved = path(MeetingItem.APPROVED);
    TransactWriteItem oneLess =
        new Update(table, Keys.meeting(application.meetingId()))
            .onlyIf(approved.greaterThan(number(1)))
            .onlyIf(path(Keys.LIST).exists())
            .set(approved, approved.minus(number(1)))
            .increment(MeetingItem.REVISION)
            .inTransaction()
            .item();
    var told = Keys.event(application.meetingId(), event.id());
    return DynamoParticipations.change(
        new Transaction(
                List.of(
                    deleted(application, " AND #status = :approved"),
                    oneLess,
                    forgotten(application),
                    membership,
                    EventItems.put(table, told, event)))
            .writeAmongMany(dynamo),
        Change.WRONG_MEETING);
  }

  /**
   * @param more a condition beside that it is still this application
   */
  private TransactWriteItem deleted(Application application, String more) {
    Map<String, String> names = new HashMap<>(Map.of("#application", ApplicationItem.APPLICATION));
    Map<String, AttributeValue> values =
        new HashMap<>(Map.of(":application", number(application.id())));
    if (!more.isEmpty()) {
      names.put("#status", ApplicationItem.STATUS);
      values.put(":approved", text(ParticipationStatus.APPROVED.name()));
    }
    return TransactWriteItem.builder()
        .delete(it ->
            it.tableName(table)
                .key(ApplicationItem.applicantKey(application))
                .conditionExpression("#application = :application" + more)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values))
        .build();
  }

  private TransactWriteItem forgotten(Application application) {
    return TransactWriteItem.builder()
        .delete(it -> it.tableName(table).key(Keys.application(application.id())))
        .build();
  }
}
