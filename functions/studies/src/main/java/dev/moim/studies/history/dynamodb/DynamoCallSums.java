package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Batch.Found;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.call.dynamodb.Sums;
import dev.moim.studies.history.CallSums;
import dev.moim.studies.history.Sum;
import dev.moim.studies.history.UserSum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sums in the table of study calls: one item per day, per month and per user. */
public final class DynamoCallSums implements CallSums {

  private final DynamoDbClient dynamo;
  private final StudyTables tables;

  public DynamoCallSums(DynamoDbClient dynamo, StudyTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public List<Sum> days(String studyId, LocalDate from, LocalDate to) {
    return between(studyId, CallKeys.day(from), CallKeys.day(to));
  }

  @Override
  public List<Sum> months(String studyId, LocalDate from, LocalDate to) {
    return between(studyId, CallKeys.month(from), CallKeys.month(to));
  }

  private List<Sum> between(String studyId, String from, String to) {
    Map<String, AttributeValue> values =
        Map.of(":study", text(studyId), ":from", text(from), ":to", text(to));
    return dynamo
        .queryPaginator(r ->
            r.tableName(tables.calls())
                .keyConditionExpression("studyId = :study AND #item BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#item", CallKeys.ITEM))
                .expressionAttributeValues(values)
                .consistentRead(true))
        .items()
        .stream()
        .map(SumItem::read)
        .toList();
  }

  @Override
  public Known find(String studyId, String askingUserId, String userId) {
    Map<String, AttributeValue> asking = MemberItem.key(studyId, askingUserId);
    Map<String, AttributeValue> asked = MemberItem.key(studyId, userId);
    Map<String, AttributeValue> sum = CallKeys.key(studyId, CallKeys.user(userId));
    Batch batch = new Batch().add(tables.groups(), asking).add(tables.calls(), sum);
    if (!asking.equals(asked)) {
      batch.add(tables.groups(), asked);
    }
    Found found = batch.read(dynamo);
    return new Known(
        member(found, asking),
        member(found, asked),
        found.find(tables.calls(), sum).map(DynamoCallSums::user));
  }

  private Optional<Member> member(Found found, Map<String, AttributeValue> key) {
    return found.find(tables.groups(), key).flatMap(MemberItem::find);
  }

  private static UserSum user(Map<String, AttributeValue> item) {
    return new UserSum(
        numberOf(item, Sums.SESSIONS),
        numberOf(item, Sums.SECONDS),
        numberOf(item, Sums.MUTED),
        numberOf(item, Sums.VIDEO_OFF),
        numberOf(item, Sums.SCREEN),
        Instant.ofEpochMilli(numberOf(item, Sums.FIRST)),
        Instant.ofEpochMilli(numberOf(item, Sums.LAST)));
  }
}
