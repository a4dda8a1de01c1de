package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.dynamodb.OnlineItem;
import dev.moim.studies.signal.OnlineSockets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Who is online, in one item per study beside its call. */
public final class DynamoOnlineSockets implements OnlineSockets {

  private static final String SOCKETS = OnlineItem.SOCKETS;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoOnlineSockets(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<List<OnlineSocket>> add(String studyId, OnlineSocket socket) {
    Update update =
        change(studyId)
            .set(path(SOCKETS, socket.socket().socketId()), OnlineItem.write(socket))
            .onlyIf(path(SOCKETS).exists())
            .onlyIf(path(SOCKETS).size().lessThan(number(MAX_SOCKETS)));
    try {
      return Optional.of(OnlineItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() && refused.item().containsKey(SOCKETS)
          ? Optional.empty()
          : addFirst(studyId, socket);
    }
  }

  private Optional<List<OnlineSocket>> addFirst(String studyId, OnlineSocket socket) {
    Map<String, AttributeValue> only = Map.of(socket.socket().socketId(), OnlineItem.write(socket));
    Update update =
        change(studyId)
            .set(path(SOCKETS), AttributeValue.fromM(only))
            .onlyIf(path(SOCKETS).missing());
    try {
      return Optional.of(OnlineItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException another) {
      return add(studyId, socket);
    }
  }

  @Override
  public Optional<List<OnlineSocket>> remove(String studyId, PeerSocket socket) {
    return change(studyId)
        .remove(path(SOCKETS, socket.socketId()))
        .onlyIf(path(SOCKETS, socket.socketId()).exists())
        .tryWith(dynamo)
        .map(OnlineItem::read);
  }

  private Update change(String studyId) {
    return new Update(table, OnlineItem.key(studyId));
  }
}
