package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.signup.NewAccount;
import dev.moim.accounts.signup.SignUps;
import dev.moim.accounts.signup.VerificationCode;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sign-ups in the table of accounts: what ends with them expires, and is taken for free then. */
public final class DynamoSignUps implements SignUps {

  /** How long names are kept for somebody who has not proved to read their mail. */
  static final Duration NAMES_KEPT = Duration.ofDays(1);

  /** How long a code is good for. */
  static final Duration CODE_LIFE = Duration.ofMinutes(30);

  /** What refused, by its place in the transaction. */
  private static final List<Outcome> REFUSALS =
      List.of(
          Outcome.TOO_MANY,
          Outcome.EMAIL_TAKEN,
          Outcome.NICKNAME_TAKEN,
          Outcome.PHONE_TAKEN,
          Outcome.DRAWN_TWICE,
          Outcome.DRAWN_TWICE);

  private final DynamoDbClient dynamo;
  private final String table;
  private final CodeKeys codes;
  private final DynamoLimits limits;
  private final Clock clock;
  private final Claims claims;

  public DynamoSignUps(
      DynamoDbClient dynamo, String table, CodeKeys codes, DynamoLimits limits, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.codes = codes;
    this.limits = limits;
    this.clock = clock;
    claims = new Claims(table);
  }

  @Override
  public Outcome create(NewAccount wanted, VerificationCode code, String source) {
    Instant now = clock.instant();
    Instant end = now.plus(NAMES_KEPT);
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(limits.taking(Limit.SIGN_UP, source));
    for (Map<String, AttributeValue> key : Claims.keys(wanted.names())) {
      Update claim = claims.takeUntil(end, key, wanted.id(), now);
      if (items.size() == 1) { // of the address
        claim.set(path(Claims.PASSWORD), text(wanted.password()));
      }
      items.add(claim.inTransaction().item());
    }
    items.add(waiting(wanted, code, now));
    items.add(account(wanted, now, end));
    return new Transaction(items).writeAmongMany(dynamo).map(REFUSALS::get).orElse(Outcome.DONE);
  }

  @Override
  public Optional<NewAccount> waiting(Email email) {
    var claim = read(Claims.key(email));
    Optional<Long> holder =
        Claims.holder(claim, clock.instant()).filter(_ -> numberOf(claim, Claims.EXPIRES_AT) != 0);
    return holder
        .map(id -> read(PersonItem.key(id)))
        .filter(account -> account.containsKey(Claims.EXPIRES_AT))
        .map(account ->
            new NewAccount(
                PersonItem.id(account),
                AccountItem.names(account),
                textOf(claim, Claims.PASSWORD)));
  }

  private Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
    return dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
  }

  @Override
  public Outcome remind(NewAccount waiting, VerificationCode code, String source) {
    var items =
        List.of(limits.taking(Limit.SIGN_UP, source), waiting(waiting, code, clock.instant()));
    return new Transaction(items)
        .writeAmongMany(dynamo)
        .map(refused -> refused == 0 ? Outcome.TOO_MANY : Outcome.DRAWN_TWICE)
        .orElse(Outcome.DONE);
  }

  /** What the code stands for: it is looked up by its hash, and expires. */
  private TransactWriteItem waiting(NewAccount wanted, VerificationCode code, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>(codes.of(code));
    item.put(Claims.USER_ID, number(wanted.id()));
    item.putAll(AccountItem.write(wanted.names()));
    item.put(Claims.EXPIRES_AT, number(now.plus(CODE_LIFE).getEpochSecond()));
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(id) OR expiresAt < :now")
                .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond()))))
        .build();
  }

  private TransactWriteItem account(NewAccount wanted, Instant now, Instant end) {
    Account account = new Account(wanted.id(), wanted.names(), null, null, now, Map.of(), null);
    Map<String, AttributeValue> item = AccountItem.write(account);
    item.put(Claims.EXPIRES_AT, number(end.getEpochSecond()));
    return new NewItem(table, PersonItem.ID, item).inTransaction();
  }

  @Override
  public Optional<Long> verify(VerificationCode code, String source) {
    Map<String, AttributeValue> key = codes.of(code);
    var item = read(key);
    if (item.isEmpty() || numberOf(item, Claims.EXPIRES_AT) <= clock.instant().getEpochSecond()) {
      return Optional.empty();
    }
    long userId = numberOf(item, Claims.USER_ID);
    Names names = AccountItem.names(item);
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(claims.free(key, userId));
    items.add(
        new Update(table, PersonItem.key(userId))
            .remove(path(Claims.EXPIRES_AT))
            .onlyIf(path(AccountItem.EMAIL).exists())
            .inTransaction()
            .item());
    Claims.keys(names).forEach(claim -> items.add(claims.keep(claim, userId)));
    items.add(limits.givingBack(Limit.VERIFY, source));
    return new Transaction(items).writeAmongMany(dynamo).isPresent()
        ? Optional.empty()
        : Optional.of(userId);
  }
}
