package dev.moim.accounts.dynamodb;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Accounts;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads accounts. */
public final class DynamoAccounts implements Accounts {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoAccounts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Account> find(long id) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(PersonItem.key(id)).consistentRead(true));
    return AccountItem.find(found.item());
  }
}
