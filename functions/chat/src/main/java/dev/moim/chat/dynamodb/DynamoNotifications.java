package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.notification.About;
import dev.moim.chat.notification.Notification;
import dev.moim.chat.notification.NotificationType;
import dev.moim.chat.notification.Notifications;
import dev.moim.chat.notification.Occasion;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.people.PersonIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Notifications in DynamoDB, below whom they are for. Beside them stands the last id: each one is
 * added together with it, so ids grow in the order of the additions.
 */
public final class DynamoNotifications implements Notifications {

  private static final String ONE = "n#"; // and the id with leading zeros, sort key
  private static final String AFTER_ALL = "n$";
  private static final String BELL = "bell"; // sort key of the last id
  private static final String LAST = "last"; // id of the last one, N
  private static final String TYPE = "type"; // S
  private static final String TITLE = "title"; // of the meeting, S
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private static final Duration LIFE = Duration.ofDays(90);

  /** A stream keeps its records for a day; nothing older comes again. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  /** Of several who add at once each loses to the others now and then, and waits below 0.13 s. */
  private static final int ATTEMPTS = 40;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final PersonIds ids;

  public DynamoNotifications(DynamoDbClient dynamo, ChatTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.table = tables.chats();
    this.clock = clock;
    this.ids = new PersonIds(clock);
  }

  @Override
  public Optional<Notification> add(long userId, Occasion occasion) {
    long id = ids.next();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Key key = new Key(userId, id);
      var refused =
          new Transaction(List.of(told(userId, occasion), rung(key), written(key, occasion)))
              .writeAmongMany(dynamo);
      if (refused.isEmpty()) {
        String content = occasion.type().content(occasion.about());
        return Optional.of(new Notification(id, occasion.type(), content));
      }
      if (refused.get() == 0) {
        return Optional.empty();
      }
      Contention.pause(attempt);
      // The last one has this id or a later one, perhaps from a clock that is ahead of ours. An id
      // just after it would lose to every other that is added meanwhile.
      id = Math.max(ids.next(), last(userId) + 1);
    }
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }

  private TransactWriteItem told(long userId, Occasion occasion) {
    Map<String, AttributeValue> item =
        new HashMap<>(Keys.key(Keys.ofUser(userId), "told#" + occasion.eventId()));
    item.put(EXPIRES_AT, seconds(REMEMBERED));
    return new NewItem(table, Keys.ID, item).inTransaction();
  }

  private TransactWriteItem rung(Key one) {
    return new Update(table, Keys.key(Keys.ofUser(one.userId()), BELL))
        .onlyIf(path(LAST).missing().or(path(LAST).lessThan(number(one.id()))))
        .set(path(LAST), number(one.id()))
        .inTransaction()
        .item();
  }

  private TransactWriteItem written(Key one, Occasion occasion) {
    Map<String, AttributeValue> item = new HashMap<>(key(one));
    item.put(TYPE, text(occasion.type().name()));
    item.put(TITLE, text(occasion.about().title()));
    Mention.write(occasion.about().whom(), item);
    item.put(EXPIRES_AT, seconds(LIFE));
    return new NewItem(table, Keys.ID, item).inTransaction();
  }

  private AttributeValue seconds(Duration life) {
    Instant end = clock.instant().plus(life);
    return number(end.getEpochSecond());
  }

  private long last(long userId) {
    var bell = Keys.key(Keys.ofUser(userId), BELL);
    return new Batch()
        .add(table, bell).read(dynamo).of(table).stream()
            .mapToLong(item -> numberOf(item, LAST))
            .findFirst()
            .orElse(0);
  }

  @Override
  public List<Notification> newest(long userId, int limit) {
    return query(all(userId).of(table, false).limit(limit));
  }

  @Override
  public long lastId(long userId) {
    return query(all(userId).of(table, false).consistentRead(false).limit(1)).stream()
        .mapToLong(Notification::id)
        .findFirst()
        .orElse(0);
  }

  /**
   * It may be a moment behind, for half the price: then it lacks the last ones, which come next
   * time.
   */
  @Override
  public List<Notification> after(Cursor cursor, int limit) {
    return query(behind(cursor).of(table, true).consistentRead(false).limit(limit));
  }

  private static Span all(long userId) {
    return behind(new Cursor(userId, 0));
  }

  private static Span behind(Cursor cursor) {
    return new Span(Keys.ofUser(cursor.userId()), sortKey(cursor.after() + 1), AFTER_ALL);
  }

  private List<Notification> query(QueryRequest.Builder query) {
    return dynamo.query(query.build()).items().stream().map(DynamoNotifications::read).toList();
  }

  private static Notification read(Map<String, AttributeValue> item) {
    NotificationType type = NotificationType.valueOf(textOf(item, TYPE));
    return new Notification(
        Long.parseLong(textOf(item, Keys.ITEM).substring(ONE.length())),
        type,
        type.content(new About(textOf(item, TITLE), Mention.read(item))));
  }

  @Override
  public boolean remove(Key key) {
    var deleted =
        dynamo.deleteItem(r -> r.tableName(table).key(key(key)).returnValues(ReturnValue.ALL_OLD));
    return deleted.hasAttributes() && !deleted.attributes().isEmpty();
  }

  @Override
  public void removeAll(long userId) {
    List<Notification> some = newest(userId, MOST);
    while (!some.isEmpty()) {
      List<TransactWriteItem> deletes =
          some.stream().map(one -> deleted(new Key(userId, one.id()))).toList();
      new Transaction(deletes).writeAmongMany(dynamo);
      some = some.size() < MOST ? List.of() : newest(userId, MOST);
    }
  }

  private TransactWriteItem deleted(Key key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(table).key(key(key))).build();
  }

  private static Map<String, AttributeValue> key(Key key) {
    return Keys.key(Keys.ofUser(key.userId()), sortKey(key.id()));
  }

  private static String sortKey(long id) {
    return ONE + "%016d".formatted(id);
  }
}
