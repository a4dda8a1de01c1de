package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.room.Asked;
import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Update;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sockets in DynamoDB. */
public final class DynamoChatSockets implements ChatSockets {

  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final Visits visits;
  private final Clock clock;

  public DynamoChatSockets(DynamoDbClient dynamo, ChatTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.visits = new Visits(tables);
    this.clock = clock;
  }

  @Override
  public void put(ChatSocket socket) {
    if (socket.isKnown()) {
      note(socket);
    }
    new Update(tables.connections(), ConnectionItem.key(socket.connectionId()))
        .set(path(ConnectionItem.USER), number(socket.userId()))
        .set(path(ConnectionItem.VERSION), text(socket.version()))
        .set(
            path(ConnectionItem.EXPIRES_AT),
            ConnectionItem.expiry(clock.instant().getEpochSecond()))
        .tryWith(dynamo);
  }

  private void note(ChatSocket socket) {
    var expiry = ConnectionItem.expiry(clock.instant().getEpochSecond());
    Map<String, AttributeValue> note = new HashMap<>(Keys.socket(socket));
    note.put(ConnectionItem.EXPIRES_AT, expiry);
    dynamo.putItem(r -> r.tableName(tables.chats()).item(note));
  }

  @Override
  public Optional<ChatSocket> find(String connectionId) {
    return item(connectionId).map(ConnectionItem::read);
  }

  private Optional<Map<String, AttributeValue>> item(String connectionId) {
    var key = ConnectionItem.key(connectionId);
    var found =
        dynamo.getItem(r -> r.tableName(tables.connections()).key(key).consistentRead(true));
    return Optional.of(found.item()).filter(this::isCurrent);
  }

  private boolean isCurrent(Map<String, AttributeValue> item) {
    return numberOf(item, ConnectionItem.EXPIRES_AT) > clock.instant().getEpochSecond();
  }

  @Override
  public Sending sending(Claim claim) {
    Asked asked = new Asked(claim.userId(), claim.roomId());
    var key = ConnectionItem.key(claim.connectionId());
    Batch.Found found =
        visits.addTo(new Batch().add(tables.connections(), key), asked).read(dynamo);
    Optional<ChatSocket> socket =
        found.find(tables.connections(), key).filter(this::isCurrent).map(ConnectionItem::read);
    return new Sending(socket, visits.find(found, asked));
  }

  @Override
  public void remove(String connectionId) {
    item(connectionId)
        .ifPresent(socket -> {
          for (var key : ConnectionItem.subscriptions(socket)) {
            dynamo.deleteItem(r -> r.tableName(tables.chats()).key(key));
          }
          var key = ConnectionItem.key(connectionId);
          dynamo.deleteItem(r -> r.tableName(tables.connections()).key(key));
          ChatSocket read = ConnectionItem.read(socket);
          if (read.isKnown()) {
            dynamo.deleteItem(r -> r.tableName(tables.chats()).key(Keys.socket(read)));
          }
        });
  }
}
