package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.room.Asked;
import dev.moim.chat.subscription.Subscription;
import dev.moim.chat.subscription.Subscriptions;
import dev.moim.chat.subscription.Topic;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.shared.sockets.Recipient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Subscriptions in DynamoDB. Each is noted beside its socket too, which takes them away. */
public final class DynamoSubscriptions implements Subscriptions {

  /** What follows a socket's id in a key is before this. */
  private static final String AFTER_IDS = "$";

  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final Clock clock;

  public DynamoSubscriptions(DynamoDbClient dynamo, ChatTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Added add(Subscription one) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(noted(one));
    writes.add(written(one));
    if (one.topic() instanceof OfRoom(long roomId)) {
      writes.add(roomIsThere(roomId));
      if (one.userId() != 0) {
        var member = Visits.member(new Asked(one.userId(), roomId));
        writes.add(new MemberWrites(tables.groups()).requireActive(member));
      }
    }
    return new Transaction(writes).writeAmongMany(dynamo).map(this::refusal).orElse(Added.DONE);
  }

  private Added refusal(int refused) {
    return switch (refused) {
      case 0 -> Added.NO_SOCKET;
      case 2 -> Added.NO_ROOM;
      default -> Added.NO_MEMBER;
    };
  }

  private TransactWriteItem noted(Subscription one) {
    var notes = path(ConnectionItem.SUBSCRIPTIONS);
    return new Update(tables.connections(), ConnectionItem.key(one.connectionId()))
        .onlyIf(path(ConnectionItem.ID).exists())
        .onlyIf(notes.missing().or(notes.size().lessThan(number(MOST))))
        .addTo(notes, ConnectionItem.note(SubscriptionItem.key(one)))
        .inTransaction()
        .item();
  }

  private TransactWriteItem written(Subscription one) {
    var item = SubscriptionItem.write(one, clock.instant());
    return TransactWriteItem.builder().put(it -> it.tableName(tables.chats()).item(item)).build();
  }

  private TransactWriteItem roomIsThere(long roomId) {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(tables.chats())
                .key(Keys.room(roomId))
                .conditionExpression("attribute_exists(#host)")
                .expressionAttributeNames(Map.of("#host", RoomItem.HOST)))
        .build();
  }

  @Override
  public List<Subscription> of(Topic topic) {
    Map<String, AttributeValue> values =
        Map.of(":topic", text(Keys.of(topic)), ":all", text(Keys.SUBSCRIPTION));
    return dynamo
        .queryPaginator(r ->
            r.tableName(tables.chats())
                .keyConditionExpression("id = :topic AND begins_with(#item, :all)")
                .expressionAttributeNames(Map.of("#item", Keys.ITEM))
                .expressionAttributeValues(values)
                .consistentRead(true))
        .items()
        .stream()
        .filter(this::isCurrent)
        .map(item -> SubscriptionItem.read(topic, item, clock.instant()))
        .toList();
  }

  @Override
  public List<Recipient> still(Topic topic, List<Recipient> some) {
    List<String> sockets = some.stream().map(Recipient::connectionId).sorted().toList();
    String first = Keys.SUBSCRIPTION + sockets.getFirst();
    String last = Keys.SUBSCRIPTION + sockets.getLast() + AFTER_IDS;
    Span all = new Span(Keys.of(topic), first, last);
    Set<String> there =
        dynamo.queryPaginator(all.of(tables.chats(), true).build()).items().stream()
            .map(item -> textOf(item, Keys.ITEM))
            .collect(Collectors.toSet());
    return some.stream().filter(one -> there.contains(SubscriptionItem.sortKey(one))).toList();
  }

  private boolean isCurrent(Map<String, AttributeValue> item) {
    return numberOf(item, SubscriptionItem.EXPIRES_AT) > clock.instant().getEpochSecond();
  }

  @Override
  public boolean claim(Subscription one, String messageId) {
    var heard = path(SubscriptionItem.HEARD);
    return new Update(tables.chats(), SubscriptionItem.key(one))
        .onlyIf(path(Keys.ID).exists())
        .onlyIf(heard.contains(messageId).negated())
        .addTo(heard, messageId)
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public void settle(Subscription one) {
    new Update(tables.chats(), SubscriptionItem.key(one))
        .onlyIf(path(Keys.ID).exists())
        .remove(path(SubscriptionItem.CATCHING_UP))
        .tryWith(dynamo);
  }

  @Override
  public void remove(Named subscription) {
    String sortKey = SubscriptionItem.sortKey(subscription);
    var connection = ConnectionItem.key(subscription.connectionId());
    var socket =
        dynamo.getItem(r -> r.tableName(tables.connections()).key(connection).consistentRead(true));
    for (var key : ConnectionItem.subscriptions(socket.item())) {
      if (textOf(key, Keys.ITEM).equals(sortKey)) {
        TransactWriteItem forgotten =
            new Update(tables.connections(), connection)
                .onlyIf(path(ConnectionItem.ID).exists())
                .takeFrom(path(ConnectionItem.SUBSCRIPTIONS), ConnectionItem.note(key))
                .inTransaction()
                .item();
        new Transaction(List.of(forgotten, deleted(key))).writeAmongMany(dynamo);
      }
    }
  }

  @Override
  public void removeAll(List<Subscription> some) {
    List<TransactWriteItem> all =
        some.stream().map(SubscriptionItem::key).map(this::deleted).toList();
    Transaction.of(all).forEach(part -> part.writeAmongMany(dynamo));
  }

  private TransactWriteItem deleted(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(tables.chats()).key(key)).build();
  }
}
