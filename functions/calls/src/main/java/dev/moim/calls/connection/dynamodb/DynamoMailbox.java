package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.sockets.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Letters in DynamoDB, one item each, sorted by the time of what they tell. */
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
  public void put(Owner owner, Letter letter) {
    dynamo.putItem(r ->
        r.tableName(table)
            .item(
                Map.of(
                    OWNER, text(owner.key()),
                    SEQ, text(seq(letter.at()) + Ids.base36(6)),
                    PAYLOAD, text(letter.payload()),
                    EXPIRES_AT, number(letter.at().plus(LIFE).getEpochSecond()))));
  }

  /**
   * 9 base-36 digits of milliseconds and 4 of the nanoseconds in them. Behind them a letter has
   * random ones: those of two senders may be of the same moment.
   */
  private static String seq(Instant at) {
    Duration withinIt = Duration.between(at.truncatedTo(ChronoUnit.MILLIS), at);
    return digits(at.toEpochMilli(), 9) + digits(withinIt.toNanos(), 4);
  }

  private static String digits(long number, int length) {
    String digits = Long.toString(number, 36);
    return "0".repeat(length - digits.length()) + digits;
  }

  /** Expired letters, which DynamoDB deletes late, are skipped by their key: they cost no page. */
  @Override
  public List<Kept> oldest(Owner owner) {
    String since = seq(clock.instant().minus(LIFE));
    return dynamo
        .query(r ->
            r.tableName(table)
                .keyConditionExpression("#owner = :owner AND #seq > :since")
                .expressionAttributeNames(Map.of("#owner", OWNER, "#seq", SEQ))
                .expressionAttributeValues(
                    Map.of(":owner", text(owner.key()), ":since", text(since)))
                .consistentRead(true)
                .limit(PAGE))
        .items()
        .stream()
        .map(item -> new Kept(textOf(item, SEQ), textOf(item, PAYLOAD)))
        .toList();
  }

  @Override
  public void remove(Owner owner, List<Kept> letters) {
    List<WriteRequest> rest = letters.stream().map(letter -> delete(owner, letter)).toList();
    for (int attempt = 0; !rest.isEmpty(); attempt++) {
      Contention.pause(attempt);
      Map<String, List<WriteRequest>> those = Map.of(table, rest);
      rest =
          dynamo
              .batchWriteItem(r -> r.requestItems(those))
              .unprocessedItems()
              .getOrDefault(table, List.of());
    }
  }

  private static WriteRequest delete(Owner owner, Kept letter) {
    Map<String, AttributeValue> key = Map.of(OWNER, text(owner.key()), SEQ, text(letter.seq()));
    return WriteRequest.builder().deleteRequest(d -> d.key(key)).build();
  }
}
