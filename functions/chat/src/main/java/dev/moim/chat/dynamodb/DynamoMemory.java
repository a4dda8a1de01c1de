package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.forget.Memory;
import dev.moim.chat.message.Author;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Rooms;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the table of chats keeps of people. */
public final class DynamoMemory implements Memory {

  /** Before and after all sort keys. */
  private static final String FIRST = "!";

  private static final String LAST = "~";

  private static final int MAX_ITEMS = 100;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Rooms rooms;

  public DynamoMemory(DynamoDbClient dynamo, ChatTables tables, Rooms rooms) {
    this.dynamo = dynamo;
    this.table = tables.chats();
    this.rooms = rooms;
  }

  @Override
  public List<String> connectionIds(long userId) {
    return noted(userId, Keys.SOCKET);
  }

  @Override
  public List<Long> roomIds(long userId) {
    return noted(userId, Keys.SEAT).stream().map(Long::valueOf).toList();
  }

  private List<String> noted(long userId, String prefix) {
    return keys(new Span(Keys.ofUser(userId), prefix, prefix + LAST).of(table, true)).stream()
        .map(key -> textOf(key, Keys.ITEM).substring(prefix.length()))
        .toList();
  }

  @Override
  public void vacate(Asked who) {
    new Update(table, Keys.room(who.roomId()))
        .onlyIf(path(RoomItem.HOST).equalTo(number(who.callerId())))
        .set(path(RoomItem.HOST), number(Author.NOBODY.id()))
        .tryWith(dynamo);
    rooms.exit(who);
  }

  @Override
  public void forgetName(long userId) {
    QueryRequest.Builder named =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Mention.INDEX)
            .keyConditionExpression("#person = :person")
            .expressionAttributeNames(Map.of("#person", Mention.PERSON))
            .expressionAttributeValues(Map.of(":person", number(userId)));
    inParts(keys(named), some -> forget(some, userId));
  }

  /** What is gone meanwhile refuses all of them, and is left out. */
  private void forget(List<Map<String, AttributeValue>> some, long userId) {
    List<TransactWriteItem> all =
        some.stream()
            .map(key -> Mention.forgotten(table, key, userId).inTransaction().item())
            .toList();
    if (new Transaction(all).writeAmongMany(dynamo).isPresent()) {
      some.forEach(key -> Mention.forgotten(table, key, userId).tryWith(dynamo));
    }
  }

  @Override
  public void clear(long userId) {
    Transaction.of(
            keys(new Span(Keys.ofUser(userId), FIRST, LAST).of(table, true)).stream()
                .map(this::deleted)
                .toList())
        .forEach(part -> part.writeAmongMany(dynamo));
  }

  private TransactWriteItem deleted(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(table).key(key)).build();
  }

  private List<Map<String, AttributeValue>> keys(QueryRequest.Builder query) {
    return dynamo.queryPaginator(query.build()).items().stream()
        .map(item -> Map.of(Keys.ID, item.get(Keys.ID), Keys.ITEM, item.get(Keys.ITEM)))
        .toList();
  }

  private static void inParts(
      List<Map<String, AttributeValue>> keys, Consumer<List<Map<String, AttributeValue>>> action) {
    for (int from = 0; from < keys.size(); from += MAX_ITEMS) {
      action.accept(keys.subList(from, Math.min(keys.size(), from + MAX_ITEMS)));
    }
  }
}
