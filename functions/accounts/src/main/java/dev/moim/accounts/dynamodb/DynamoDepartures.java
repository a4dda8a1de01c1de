package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.accounts.leave.Departures;
import dev.moim.accounts.person.Account;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Deletes accounts. What is left of one is an event with its number. */
public final class DynamoDepartures implements Departures {

  private static final String GONE = "person.gone";

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
    if (account.kakao() != null) {
      items.add(claims.free(Claims.key(account.kakao()), account.id()));
    }
    items.add(
        TransactWriteItem.builder()
            .delete(d ->
                d.tableName(table)
                    .key(PersonItem.key(account.id()))
                    .conditionExpression("attribute_exists(id)"))
            .build());
    items.add(gone(account));
    return new Transaction(items).writeAmongMany(dynamo).isEmpty();
  }

  private TransactWriteItem gone(Account account) {
    DomainEvent event =
        DomainEvent.of(GONE, clock.instant(), Map.of(Claims.USER_ID, Long.toString(account.id())));
    return EventItems.put(table, Map.of(Claims.ID, text("event#" + event.id())), event);
  }
}
