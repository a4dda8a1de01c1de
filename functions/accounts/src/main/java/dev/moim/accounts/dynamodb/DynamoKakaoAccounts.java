package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.social.KakaoAccounts;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An id of Kakao is claimed like an address: one item says whose it is. */
public final class DynamoKakaoAccounts implements KakaoAccounts {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Claims claims;

  public DynamoKakaoAccounts(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    claims = new Claims(table);
  }

  @Override
  public Optional<Long> find(KakaoId id) {
    return Claims.holder(read(Claims.key(id)), clock.instant());
  }

  private Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
    return dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
  }

  @Override
  public Optional<Long> join(KakaoId id, Email email) {
    var claim = read(Claims.key(email));
    return Claims.holder(claim, clock.instant())
        .filter(_ -> numberOf(claim, Claims.EXPIRES_AT) == 0)
        .filter(userId -> join(id, userId));
  }

  private boolean join(KakaoId id, long userId) {
    var known =
        new Update(table, PersonItem.key(userId))
            .set(path(AccountItem.KAKAO), number(id.number()))
            .onlyIf(path(PersonItem.ID).exists())
            .onlyIf(path(PersonItem.EXPIRES_AT).missing())
            .onlyIf(path(AccountItem.KAKAO).missing())
            .inTransaction()
            .item();
    var taken = claims.takeForGood(Claims.key(id), userId, clock.instant());
    return new Transaction(List.of(taken, known)).writeAmongMany(dynamo).isEmpty();
  }

  @Override
  public Outcome create(long userId, KakaoId id, Names names) {
    Instant now = clock.instant();
    List<TransactWriteItem> items = new ArrayList<>();
    List<Outcome> refusals = new ArrayList<>();
    items.add(claims.takeForGood(Claims.key(id), userId, now));
    refusals.add(Outcome.KAKAO_TAKEN);
    items.add(claims.takeForGood(Claims.key(names.nickname()), userId, now));
    refusals.add(Outcome.NICKNAME_TAKEN);
    if (names.email() != null) {
      items.add(claims.takeForGood(Claims.key(names.email()), userId, now));
      refusals.add(Outcome.EMAIL_TAKEN);
    }
    Account account = new Account(userId, names, null, null, now, Map.of(), id);
    items.add(new NewItem(table, PersonItem.ID, AccountItem.write(account)).inTransaction());
    refusals.add(Outcome.DRAWN_TWICE);
    return new Transaction(items).writeAmongMany(dynamo).map(refusals::get).orElse(Outcome.DONE);
  }
}
