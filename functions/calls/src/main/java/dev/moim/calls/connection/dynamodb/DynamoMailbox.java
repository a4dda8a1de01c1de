package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Letters in DynamoDB, one item each, sorted by the time they were written. */
public final class DynamoMailbox implements Mailbox {

  /** Long past any reconnect grace; a letter that old has no reader. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** What one {@code BatchWriteItem} takes. */
  private static final int PAGE = 25;

  private static final String OWNER = "owner"; // tenant/user, S
  private static final String SEQ = "seq"; // sorts by time, S
  private static final String PAYLOAD = "payload"; // the message as JSON, S
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoMailbox(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void put(Owner owner, String payload) {
    long expiresAt = clock.instant().plus(LIFE).getEpochSecond();
    dynamo.putItem(r ->
        r.tableName(table)
            .item(
                Map.of(
                    OWNER, text(owner.key()),
                    SEQ, text(Ids.timeOrdered(clock)),
                    PAYLOAD, text(payload),
                    EXPIRES_AT, number(expiresAt))));
  }

  @Override
  public List<Letter> oldest(Owner owner) {
    long now = clock.instant().getEpochSecond();
    return dynamo
        .query(r ->
            r.tableName(table)
                .keyConditionExpression("#owner = :owner")
                .filterExpression("expiresAt > :now")
                .expressionAttributeNames(Map.of("#owner", OWNER))
                .expressionAttributeValues(Map.of(":owner", text(owner.key()), ":now", number(now)))
                .consistentRead(true)
                .limit(PAGE))
        .items()
        .stream()
        .map(item -> new Letter(textOf(item, SEQ), textOf(item, PAYLOAD)))
        .toList();
  }

  @Override
  public void remove(Owner owner, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    var deletes = letters.stream().map(letter -> delete(owner, letter)).toList();
    dynamo.batchWriteItem(r -> r.requestItems(Map.of(table, deletes)));
  }

  private static WriteRequest delete(Owner owner, Letter letter) {
    Map<String, AttributeValue> key = Map.of(OWNER, text(owner.key()), SEQ, text(letter.seq()));
    return WriteRequest.builder().deleteRequest(d -> d.key(key)).build();
  }
}
