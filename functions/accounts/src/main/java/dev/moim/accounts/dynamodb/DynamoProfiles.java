package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.profile.Profiles;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Profiles in the items of their accounts; with a change of names, their claims. */
public final class DynamoProfiles implements Profiles {

  private static final Path PHONE = path(AccountItem.PHONE);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Claims claims;

  public DynamoProfiles(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    claims = new Claims(table);
  }

  @Override
  public boolean create(Account after) {
    return telling(after, after)
        .onlyIf(path(AccountItem.GENDER).missing())
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public Outcome change(Account before, Account after) {
    Update update =
        telling(before, after)
            .set(path(AccountItem.NICKNAME), text(after.names().nickname().text()));
    if (after.names().phone() != null) {
      update.set(path(AccountItem.PHONE), text(after.names().phone().text()));
    }
    List<TransactWriteItem> items = new ArrayList<>();
    List<Outcome> refusals = new ArrayList<>();
    Names old = before.names();
    Names wanted = after.names();
    if (!Claims.key(old.nickname()).equals(Claims.key(wanted.nickname()))) {
      items.add(taking(Claims.key(wanted.nickname()), before.id()));
      items.add(claims.free(Claims.key(old.nickname()), before.id()));
      refusals.addAll(List.of(Outcome.NICKNAME_TAKEN, Outcome.OUTDATED));
    }
    if (wanted.phone() != null && !wanted.phone().equals(old.phone())) {
      items.add(taking(Claims.key(wanted.phone()), before.id()));
      refusals.add(Outcome.PHONE_TAKEN);
      if (old.phone() != null) {
        items.add(claims.free(Claims.key(old.phone()), before.id()));
        refusals.add(Outcome.OUTDATED);
      }
    }
    items.add(update.inTransaction().item());
    refusals.add(Outcome.OUTDATED);
    return new Transaction(items).writeAmongMany(dynamo).map(refusals::get).orElse(Outcome.DONE);
  }

  private TransactWriteItem taking(Map<String, AttributeValue> wanted, long userId) {
    return claims.takeForGood(wanted, userId, clock.instant());
  }

  /** Of an account whose names are still the ones that were seen. */
  private Update telling(Account seen, Account after) {
    Update update =
        new Update(table, PersonItem.key(seen.id()))
            .onlyIf(path(AccountItem.NICKNAME).equalTo(text(seen.names().nickname().text())))
            .onlyIf(
                seen.names().phone() == null
                    ? PHONE.missing()
                    : PHONE.equalTo(text(seen.names().phone().text())));
    Map<String, AttributeValue> profile =
        AccountItem.write(Objects.requireNonNull(after.profile()));
    profile.forEach((name, value) -> update.set(path(name), value));
    Stream.of(AccountItem.INTRODUCTION, AccountItem.MBTI)
        .filter(name -> !profile.containsKey(name))
        .forEach(name -> update.remove(path(name)));
    if (after.picture() != null) {
      update.set(path(AccountItem.PICTURE), text(after.picture()));
    }
    return update;
  }
}
