package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.dynamodb.OnlineItem;
import dev.moim.studies.call.dynamodb.OpenIndex;
import dev.moim.studies.signal.OnlineSockets;
import java.time.Instant;
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
    Path entry = path(SOCKETS, socket.socket().socketId());
    Update update =
        change(studyId)
            .set(entry, OnlineItem.write(socket))
            .set(path(OnlineItem.LISTED), text(OnlineItem.ONLINE))
            .onlyIf(path(SOCKETS).exists())
            .onlyIf(path(SOCKETS).size().lessThan(number(MAX_SOCKETS)).or(entry.exists()))
            .onlyIf(
                entry
                    .at(OnlineItem.ASKED)
                    .missing()
                    .or(entry.at(OnlineItem.ASKED).atMost(number(socket.asked()))));
    try {
      return Optional.of(OnlineItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      if (!refused.hasItem() || !refused.item().containsKey(SOCKETS)) {
        return addFirst(studyId, socket);
      }
      List<OnlineSocket> there = OnlineItem.read(refused.item());
      return Optional.of(there)
          .filter(all -> all.stream().anyMatch(one -> one.socket().equals(socket.socket())));
    }
  }

  private Optional<List<OnlineSocket>> addFirst(String studyId, OnlineSocket socket) {
    Map<String, AttributeValue> only = Map.of(socket.socket().socketId(), OnlineItem.write(socket));
    Update update =
        change(studyId)
            .set(path(SOCKETS), AttributeValue.fromM(only))
            .set(path(OnlineItem.LISTED), text(OnlineItem.ONLINE))
            .onlyIf(path(SOCKETS).missing());
    try {
      return Optional.of(OnlineItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException another) {
      return add(studyId, socket);
    }
  }

  @Override
  public Optional<List<OnlineSocket>> remove(String studyId, PeerSocket socket, Instant before) {
    Path entry = path(SOCKETS, socket.socketId());
    return change(studyId)
        .remove(entry)
        .onlyIf(entry.exists())
        .onlyIf(
            entry
                .at(OnlineItem.ASKED)
                .missing()
                .or(entry.at(OnlineItem.ASKED).lessThan(number(before.toEpochMilli()))))
        .tryWith(dynamo)
        .map(OnlineItem::read);
  }

  @Override
  public List<OnlineSocket> find(String studyId) {
    Map<String, AttributeValue> key = OnlineItem.key(studyId);
    return OnlineItem.read(
        dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item());
  }

  @Override
  public List<String> studies() {
    return OpenIndex.studies(dynamo, table, OnlineItem.ONLINE);
  }

  @Override
  public void unlist(String studyId) {
    change(studyId)
        .remove(path(OnlineItem.LISTED))
        .onlyIf(path(SOCKETS).size().atMost(number(0)))
        .tryWith(dynamo);
  }

  private Update change(String studyId) {
    return new Update(table, OnlineItem.key(studyId));
  }
}
