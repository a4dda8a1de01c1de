package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Update.path;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.dynamodb.RoomEndings.Ending;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Rooms in DynamoDB, one item each. */
public final class DynamoRooms implements Rooms {

  /** A room's item is read with every message; its groups must not make that dear. */
  private static final int MAX_GROUPS = 16;

  private static final int ATTEMPTS = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final RoomEndings endings;

  public DynamoRooms(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    endings = new RoomEndings(dynamo, table, clock);
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
  public Optional<Room> find(RoomKey key) {
    return get(key, false);
  }

  @Override
  public Optional<Room> findNow(RoomKey key) {
    return get(key, true);
  }

  private Optional<Room> get(RoomKey key, boolean consistent) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(RoomItem.key(key)).consistentRead(consistent));
    return found.hasItem() ? Optional.of(RoomItem.read(found.item())) : Optional.empty();
  }

  @Override
  public List<Room> findAll(Collection<RoomKey> keys) {
    Batch batch = Batch.eventual();
    keys.forEach(key -> batch.add(table, RoomItem.key(key)));
    return batch.read(dynamo).of(table).stream().map(RoomItem::read).toList();
  }

  /** Reads a room together with items of other tables, for no request more. */
  public Batch addTo(Batch batch, RoomKey key) {
    return batch.add(table, RoomItem.key(key));
  }

  public Optional<Room> find(Batch.Found found, RoomKey key) {
    return found.find(table, RoomItem.key(key)).map(RoomItem::read);
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
  public Optional<Room> delete(Room seen) {
    Room latest = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // At this revision, so that whoever ends the room knows whom to tell.
      switch (endings.end(latest, "rev = :rev", Map.of(":rev", number(latest.rev())))) {
        case Ending.Ended() -> {
          return Optional.of(latest);
        }
        case Ending.Gone() -> {
          return Optional.empty();
        }
        case Ending.Refused(Room now) -> latest = now;
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the room never stops changing");
  }

  @Override
  public boolean deleteIfEmpty(Room seen) {
    return endings.end(seen, "size(seats) = :none", Map.of(":none", number(0)))
        instanceof Ending.Ended;
  }

  @Override
  public boolean deleteWithLast(Room seen, SeatHolder last) {
    return endings.endWithLast(seen, last) instanceof Ending.Ended;
  }

  private Update existing(Room room) {
    return new Update(table, RoomItem.key(room.key()))
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
