package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.password.PasswordLink;
import dev.moim.accounts.password.PasswordLinks;
import dev.moim.accounts.person.Email;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The latest link of each account, in its item. */
public final class DynamoPasswordLinks implements PasswordLinks {

  private static final Path LINK = path(AccountItem.LINK);
  private static final Path ENDS = path(AccountItem.LINK_ENDS);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final DynamoAccounts accounts;

  public DynamoPasswordLinks(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    accounts = new DynamoAccounts(dynamo, table);
  }

  @Override
  public Optional<Long> holderOf(Email email) {
    var claim =
        dynamo.getItem(r -> r.tableName(table).key(Claims.key(email)).consistentRead(true)).item();
    return Claims.holder(claim, clock.instant())
        .filter(_ -> numberOf(claim, Claims.EXPIRES_AT) == 0);
  }

  @Override
  public boolean put(PasswordLink link, Instant expiresAt) {
    return new Update(table, PersonItem.key(link.userId()))
        .set(LINK, text(link.hash().hex()))
        .set(ENDS, number(expiresAt.toEpochMilli()))
        .onlyIf(path(PersonItem.ID).exists())
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public boolean use(PasswordLink link, String newPassword) {
    Optional<Email> email = accounts.find(link.userId()).map(it -> it.names().email());
    if (email.isEmpty()) {
      return false;
    }
    var used =
        new Update(table, PersonItem.key(link.userId()))
            .remove(LINK)
            .remove(ENDS)
            .set(path(AccountItem.SESSIONS), AttributeValue.fromM(Map.of()))
            .onlyIf(LINK.equalTo(text(link.hash().hex())))
            .onlyIf(ENDS.greaterThan(number(clock.millis())))
            .inTransaction()
            .item();
    var changed =
        new Update(table, Claims.key(email.get()))
            .set(path(Claims.PASSWORD), text(newPassword))
            .onlyIf(path(Claims.USER_ID).equalTo(number(link.userId())))
            .inTransaction()
            .item();
    return new Transaction(List.of(used, changed)).writeAmongMany(dynamo).isEmpty();
  }
}
