package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.login.RefreshToken;
import dev.moim.accounts.login.Sessions;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Session;
import dev.moim.accounts.person.TokenHash;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions in the items of their accounts. */
public final class DynamoSessions implements Sessions {

  private static final Path ALL = path(AccountItem.SESSIONS);

  /** One who logs in ten times at once may have to look again for the session to end. */
  private static final int ATTEMPTS = 10;

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoAccounts accounts;

  public DynamoSessions(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    accounts = new DynamoAccounts(dynamo, table);
  }

  @Override
  public Optional<Account> open(long userId, String session, Session begun) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var opened =
          of(userId)
              .set(ALL.entry(session), SessionItem.write(begun))
              .onlyIf(ALL.size().lessThan(number(MOST)))
              .tryWith(dynamo);
      if (opened.isPresent()) {
        return opened.flatMap(AccountItem::find);
      }
      Optional<Account> full = accounts.find(userId);
      if (full.isEmpty()) {
        return full;
      }
      firstToEnd(full.get()).ifPresent(other -> close(userId, other));
    }
    throw new IllegalStateException("somebody logs in faster than sessions can be ended");
  }

  private static Optional<String> firstToEnd(Account account) {
    return account.sessions().entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().expiresAt()))
        .filter(_ -> account.sessions().size() >= MOST)
        .map(Map.Entry::getKey);
  }

  @Override
  public boolean rotate(RefreshToken of, TokenHash seen, Session next) {
    Path session = ALL.entry(of.session());
    return of(of.userId())
        .set(session, SessionItem.write(next))
        .onlyIf(session.at(SessionItem.CURRENT).equalTo(text(seen.hex())))
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public boolean close(long userId, String session) {
    Path ended = ALL.entry(session);
    return of(userId).remove(ended).onlyIf(ended.exists()).tryWith(dynamo).isPresent();
  }

  /** Of a verified account: an unverified one has no sessions, but it has a place for them. */
  private Update of(long userId) {
    return new Update(table, PersonItem.key(userId))
        .onlyIf(path(PersonItem.ID).exists())
        .onlyIf(path(PersonItem.EXPIRES_AT).missing());
  }
}
