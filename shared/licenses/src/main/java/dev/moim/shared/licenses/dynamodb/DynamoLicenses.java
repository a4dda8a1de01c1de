package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.RateLimits.Limited;
import dev.moim.shared.licenses.dynamodb.LicenseItem.KeyAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Licenses in DynamoDB, one item each. */
public final class DynamoLicenses implements Licenses {

  private static final int PAGE = 100;
  private static final Duration CONTENDED = Duration.ofSeconds(1);
  private static final Condition ENABLED = path(LicenseItem.ENABLED).equalTo(flag(true));

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final TokenBucket registers;
  private final TokenBucket auths;
  private final OptimisticUpdates updates;
  private final RoomCounts counts;
  private final TokensInHand inHand = new TokensInHand();

  public DynamoLicenses(DynamoDbClient dynamo, String table, RateLimits limits, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    registers = new TokenBucket(LicenseItem.REGISTER_TAT, limits.of(Limited.REGISTER).rate());
    auths = new TokenBucket(LicenseItem.AUTH_TAT, limits.of(Limited.AUTH).rate());
    updates = new OptimisticUpdates(dynamo);
    TokenBucket creations =
        new TokenBucket(LicenseItem.CREATE_TAT, limits.of(Limited.CREATE_ROOM).rate());
    counts = new RoomCounts(table, creations, updates);
  }

  @Override
  public Optional<License> find(String id) {
    var key = LicenseItem.key(id);
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return found.hasItem() ? Optional.of(LicenseItem.read(found.item())) : Optional.empty();
  }

  @Override
  public boolean create(License license) {
    return new NewItem(table, LicenseItem.ID, LicenseItem.writeNew(license)).write(dynamo);
  }

  @Override
  public List<String> idsAfter(String lastId) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(LicenseItem.ALL)
            .keyConditionExpression("kind = :license AND licenseId > :last")
            .expressionAttributeValues(
                Map.of(
                    ":license",
                    LicenseItem.LICENSE,
                    ":last",
                    text(lastId.isEmpty() ? " " : lastId)))
            .limit(PAGE)
            .build();
    return dynamo.query(query).items().stream().map(item -> textOf(item, LicenseItem.ID)).toList();
  }

  /**
   * Clients register all day long, each with three writes if one of them took one token: so that
   * one takes several at a time while there are plenty, and the others only read the license.
   */
  @Override
  public Admission admit(String licenseId, Action action, String key) {
    Instant now = clock.instant();
    if (action == Action.REGISTER && inHand.take(licenseId, now)) {
      Admission admission = admission(licenseId, action, key, now);
      if (!(admission instanceof Admission.Admitted)) {
        inHand.giveBack(licenseId);
      }
      return admission;
    }
    String hash = HashedSecret.of(key).hex();
    AtomicInteger taken = new AtomicInteger();
    return updates.write(
        licenseId,
        seen -> {
          Update update = new Update(table, LicenseItem.key(licenseId));
          taken.set(action == Action.REGISTER ? registers.handful(seen, now) : 1);
          bucket(action).take(taken.get(), update, seen, now);
          return onlyFor(update, KeyAttributes.of(action.key()), hash, now).onlyIf(ENABLED);
        },
        item -> {
          if (taken.get() > 1) {
            inHand.add(licenseId, taken.get() - 1, now);
          }
          return admitted(LicenseItem.read(item), action, key, now);
        },
        item -> refusal(item, action, key, now),
        () -> new Admission.TooSoon(CONTENDED));
  }

  /** What the answer is apart from the rate. */
  private Admission admission(String licenseId, Action action, String key, Instant now) {
    Optional<License> license = find(licenseId);
    HashedKey expected = license.map(it -> it.key(action.key())).orElse(HashedKey.NONE);
    if (!expected.accepts(key, now)) {
      return new Admission.WrongKey();
    }
    return license
        .filter(License::enabled)
        .<Admission>map(Admission.Admitted::new)
        .orElseGet(Admission.Disabled::new);
  }

  private TokenBucket bucket(Action action) {
    return switch (action) {
      case REGISTER -> registers;
      case AUTH -> auths;
    };
  }

  /** Keeps tokens from wrong keys. What the answer is, {@link HashedKey#accepts} decides. */
  private static Update onlyFor(Update update, KeyAttributes key, String hash, Instant now) {
    Condition old =
        path(key.oldHash())
            .equalTo(text(hash))
            .and(path(key.oldUntil()).greaterThan(number(now.toEpochMilli())));
    return update.onlyIf(path(key.hash()).equalTo(text(hash)).or(old));
  }

  private static Admission admitted(License license, Action action, String key, Instant now) {
    return license.key(action.key()).accepts(key, now)
        ? new Admission.Admitted(license)
        : new Admission.WrongKey();
  }

  private Optional<Admission> refusal(
      Map<String, AttributeValue> item, Action action, String key, Instant now) {
    // The same work whether there is such a license or not.
    HashedKey expected = item.isEmpty() ? HashedKey.NONE : LicenseItem.read(item).key(action.key());
    if (!expected.accepts(key, now)) {
      return Optional.of(new Admission.WrongKey());
    }
    return LicenseItem.read(item).enabled()
        ? bucket(action).wait(item, now).map(Admission.TooSoon::new)
        : Optional.of(new Admission.Disabled());
  }

  @Override
  public Opening openRoom(RoomLife room) {
    return counts.open(room, clock.instant());
  }

  @Override
  public void countRoom(RoomLife room) {
    counts.count(room, clock.instant());
  }

  @Override
  public void closeRoom(RoomLife room) {
    counts.close(room, clock.instant());
  }

  @Override
  public boolean isCrowded(String licenseId) {
    return counts.isCrowded(licenseId);
  }

  @Override
  public boolean isTold(String licenseId) {
    return counts.isTold(licenseId);
  }

  @Override
  public void unlist(RoomLife room) {
    counts.chores().unlist(room);
  }

  @Override
  public void closeUnlisted(RoomLife room) {
    counts.closeUnlisted(room, clock.instant());
  }

  @Override
  public void settle(RoomLife room) {
    counts.chores().settle(room);
  }

  @Override
  public void tidy(String licenseId) {
    counts.tidy(licenseId);
  }
}
