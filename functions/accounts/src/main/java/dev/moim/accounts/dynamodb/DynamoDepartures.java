package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.accounts.leave.Departures;
import dev.moim.accounts.person.Account;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Deletes accounts. What is left of one is an event with its number. */
public final class DynamoDepartures implements Departures {

  static final String EVENT_ID = "eventId"; // one for each time that somebody goes, S
  static final String OCCURRED_AT = "occurredAt"; // epoch milliseconds, N
  static final String KIND = "kind"; // what happened, S
  static final String FIELDS = "fields"; // what others must know of it, texts by name, M

  private static final String GONE = "person.gone";

  /** Far longer than anybody takes to hear of it. */
  private static final Duration EVENT_KEPT = Duration.ofDays(14);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Claims claims;

  public DynamoDepartures(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    claims = new Claims(table);
  }

  @Override
  public boolean delete(Account account) {
    List<TransactWriteItem> items = new ArrayList<>();
    Claims.keys(account.names()).forEach(key -> items.add(claims.free(key, account.id())));
    items.add(
        TransactWriteItem.builder()
            .delete(d ->
                d.tableName(table)
                    .key(PersonItem.key(account.id()))
                    .conditionExpression("attribute_exists(id)"))
            .build());
    items.add(
        TransactWriteItem.builder().put(p -> p.tableName(table).item(event(account))).build());
    return new Transactions(dynamo).run(items).isEmpty();
  }

  private Map<String, AttributeValue> event(Account account) {
    Instant now = clock.instant();
    String eventId = Ids.timeOrdered(now);
    Map<String, AttributeValue> fields = Map.of(Claims.USER_ID, text(Long.toString(account.id())));
    return Map.of(
        Claims.ID,
        text("event#" + eventId),
        EVENT_ID,
        text(eventId),
        OCCURRED_AT,
        number(now.toEpochMilli()),
        KIND,
        text(GONE),
        FIELDS,
        AttributeValue.fromM(fields),
        Claims.EXPIRES_AT,
        number(now.plus(EVENT_KEPT).getEpochSecond()));
  }
}
