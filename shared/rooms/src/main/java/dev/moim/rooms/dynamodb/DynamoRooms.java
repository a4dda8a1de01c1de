package dev.moim.rooms.dynamodb;

import static dev.moim.dynamodb.Attributes.number;
import static dev.moim.dynamodb.Attributes.text;
import static dev.moim.dynamodb.Update.path;

import dev.moim.dynamodb.Update;
import dev.moim.rooms.Room;
import dev.moim.rooms.Room.Group;
import dev.moim.rooms.Room.Share;
import dev.moim.rooms.Rooms;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Rooms in DynamoDB, one item each. */
public final class DynamoRooms implements Rooms {

  /** A room's item is read with every message; its groups must not make that dear. */
  private static final int MAX_GROUPS = 16;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoRooms(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean create(Room room) {
    try {
      dynamo.putItem(r ->
          r.tableName(table)
              .item(RoomItem.writeNew(room))
              .conditionExpression("attribute_not_exists(roomId)"));
      return true;
    } catch (ConditionalCheckFailedException exists) {
      return false;
    }
  }

  @Override
  public Optional<Room> find(String roomId, String licenseId) {
    return get(roomId, licenseId, false);
  }

  @Override
  public Optional<Room> findNow(String roomId, String licenseId) {
    return get(roomId, licenseId, true);
  }

  private Optional<Room> get(String roomId, String licenseId, boolean consistent) {
    var found =
        dynamo.getItem(r ->
            r.tableName(table).key(RoomItem.key(roomId, licenseId)).consistentRead(consistent));
    return found.hasItem() ? Optional.of(RoomItem.read(found.item())) : Optional.empty();
  }

  @Override
  public List<Room> findAll(Collection<String> roomIds, String licenseId) {
    if (roomIds.isEmpty()) {
      return List.of();
    }
    var keys = roomIds.stream().map(roomId -> RoomItem.key(roomId, licenseId)).toList();
    var wanted = KeysAndAttributes.builder().keys(keys).build();
    return dynamo
        .batchGetItem(r -> r.requestItems(Map.of(table, wanted)))
        .responses()
        .getOrDefault(table, List.of())
        .stream()
        .map(RoomItem::read)
        .toList();
  }

  @Override
  public Optional<Room> seated(String roomId, String userId, String connectionId) {
    return query(roomId, userId, connectionId, false);
  }

  @Override
  public Optional<Room> seatedNow(String roomId, String userId, String connectionId) {
    return query(roomId, userId, connectionId, true);
  }

  private Optional<Room> query(
      String roomId, String userId, String connectionId, boolean consistent) {
    return dynamo
        .query(r ->
            r.tableName(table)
                .keyConditionExpression("roomId = :room")
                .filterExpression("seats.#user[" + SeatItem.CONNECTION + "] = :connection")
                .expressionAttributeNames(Map.of("#user", userId))
                .expressionAttributeValues(
                    Map.of(":room", text(roomId), ":connection", text(connectionId)))
                .consistentRead(consistent))
        .items()
        .stream()
        .map(RoomItem::read)
        .findFirst();
  }

  @Override
  public Optional<Room> edit(Room room, Edit edit) {
    Update update = existing(room).increment(RoomItem.REV);
    edit.title().ifPresent(title -> update.set(path(RoomItem.TITLE), text(title)));
    edit.capacity()
        .ifPresent(capacity ->
            update
                .set(path(RoomItem.CAPACITY), number(capacity))
                .onlyIf("size(%s) <= %s", path(RoomItem.SEATS), number(capacity)));
    edit.host()
        .ifPresent(host ->
            update
                .set(path(RoomItem.HOST), text(host))
                .onlyIf("attribute_exists(%s)", path(RoomItem.SEATS, host)));
    return tryUpdate(update);
  }

  @Override
  public boolean share(Room room, Share share) {
    AttributeValue value = RoomItem.writeShare(share);
    Update update =
        existing(room)
            .set(path(RoomItem.SHARE), value)
            .onlyIf(
                "attribute_not_exists(%s) OR %s = %s",
                path(RoomItem.SHARE), path(RoomItem.SHARE).at(1), text(share.userId()));
    return tryUpdate(update).isPresent();
  }

  @Override
  public void endShare(Room room) {
    room.share()
        .ifPresent(share ->
            tryUpdate(
                existing(room)
                    .remove(path(RoomItem.SHARE))
                    .onlyIf("%s = %s", path(RoomItem.SHARE).at(1), text(share.userId()))));
  }

  @Override
  public boolean addGroup(Room room, String groupId, Group group) {
    return tryUpdate(
            existing(room)
                .set(path(RoomItem.GROUPS, groupId), RoomItem.writeGroup(group))
                .onlyIf("size(%s) < %s", path(RoomItem.GROUPS), number(MAX_GROUPS)))
        .isPresent();
  }

  @Override
  public void removeGroup(Room room, String groupId) {
    tryUpdate(existing(room).remove(path(RoomItem.GROUPS, groupId)));
  }

  @Override
  public Optional<Room> delete(String roomId, String licenseId) {
    var old =
        dynamo.deleteItem(r ->
            r.tableName(table)
                .key(RoomItem.key(roomId, licenseId))
                .returnValues(ReturnValue.ALL_OLD));
    return old.hasAttributes() ? Optional.of(RoomItem.read(old.attributes())) : Optional.empty();
  }

  @Override
  public boolean deleteIfEmpty(
      String roomId, String licenseId, String lastUserId, String lastConnectionId) {
    var delete = DeleteItemRequest.builder().tableName(table).key(RoomItem.key(roomId, licenseId));
    if (lastConnectionId.isEmpty()) {
      delete
          .conditionExpression("attribute_not_exists(roomId) OR size(seats) = :none")
          .expressionAttributeValues(Map.of(":none", number(0)));
    } else {
      delete
          .conditionExpression(
              "size(seats) = :one AND seats.#last[" + SeatItem.CONNECTION + "] = :connection")
          .expressionAttributeNames(Map.of("#last", lastUserId))
          .expressionAttributeValues(
              Map.of(":one", number(1), ":connection", text(lastConnectionId)));
    }
    try {
      dynamo.deleteItem(delete.build());
      return true;
    } catch (ConditionalCheckFailedException occupied) {
      return false;
    }
  }

  private Update existing(Room room) {
    return new Update(table, RoomItem.key(room.roomId(), room.licenseId()))
        .onlyIf("attribute_exists(%s)", path(RoomItem.ROOM_ID));
  }

  private Optional<Room> tryUpdate(Update update) {
    try {
      return Optional.of(RoomItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return Optional.empty();
    }
  }
}
