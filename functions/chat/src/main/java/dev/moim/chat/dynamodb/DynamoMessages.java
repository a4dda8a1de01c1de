package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.dynamodb.Keys.Sitting;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.Messages;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Messages in DynamoDB. */
public final class DynamoMessages implements Messages {

  /** How long a client may try to send the same message again. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoMessages(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.table = tables.chats();
  }

  @Override
  public Added add(ChatMessage message, Optional<String> clientId) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(roomIsThere(message.roomId()));
    writes.add(new NewItem(table, Keys.ID, MessageItem.write(message)).inTransaction());
    writes.add(counted(message));
    writes.add(own(message));
    clientId.ifPresent(id -> writes.add(remembered(message, id)));
    return new Transaction(writes)
        .writeAmongMany(dynamo)
        .map(refused -> refused == 0 ? Added.NO_ROOM : Added.REPEATED)
        .orElse(Added.DONE);
  }

  private TransactWriteItem roomIsThere(long roomId) {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(table)
                .key(Keys.room(roomId))
                .conditionExpression("attribute_exists(#host)")
                .expressionAttributeNames(Map.of("#host", RoomItem.HOST)))
        .build();
  }

  private TransactWriteItem counted(ChatMessage message) {
    return new Update(table, Keys.tally(message.roomId()))
        .set(path(RoomItem.LAST), text(message.text()))
        .set(path(RoomItem.LAST_ID), text(message.id()))
        .inTransaction()
        .add(path(RoomItem.TOTAL), 1)
        .item();
  }

  private TransactWriteItem own(ChatMessage message) {
    return new Update(table, Keys.seat(new Sitting(message.author().id(), message.roomId())))
        .inTransaction()
        .add(path(RoomItem.OWN), 1)
        .item();
  }

  private TransactWriteItem remembered(ChatMessage message, String clientId) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.client(message.author().id(), clientId));
    long until = message.sentAt().plus(REMEMBERED).getEpochSecond();
    item.put(MessageItem.EXPIRES_AT, number(until));
    return new NewItem(table, Keys.ID, item).inTransaction();
  }

  @Override
  public boolean note(ChatMessage notice) {
    return new NewItem(table, Keys.ID, MessageItem.write(notice)).write(dynamo);
  }

  @Override
  public List<ChatMessage> page(long roomId, Window window) {
    String from = Keys.MESSAGE + window.from();
    Span span =
        window.backwards()
            ? new Span(Keys.ofRoom(roomId), Keys.MESSAGE + window.first(), from)
            : new Span(Keys.ofRoom(roomId), from, Keys.AFTER_MESSAGES);
    var query = span.of(table, !window.backwards()).limit(window.size() + 1).build();
    List<ChatMessage> found =
        dynamo.query(query).items().stream()
            .map(MessageItem::read)
            .filter(message -> !message.id().equals(window.from()))
            .limit(window.size())
            .toList();
    return window.backwards() ? found.reversed() : found;
  }
}
