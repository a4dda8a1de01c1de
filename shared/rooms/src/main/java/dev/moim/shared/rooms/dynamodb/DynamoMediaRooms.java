package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Room;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The sid of a room stands on its item, and an item {@code sid#RM_…} beside it points back. Room
 * ids hold no {@code #}, and the index of rooms leaves such items out: they have no {@code
 * createdAt}.
 */
public final class DynamoMediaRooms implements MediaRooms {

  private static final String POINTER = "sid#";
  private static final String TARGET = "target"; // the room's id, S
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N

  /** Longer than any room is open; a pointer to a room that is gone leads nowhere anyway. */
  private static final Duration POINTER_LIFE = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final RoomTable table;
  private final Clock clock;

  public DynamoMediaRooms(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = new RoomTable(dynamo, table);
    this.clock = clock;
  }

  @Override
  public boolean create(Room room, MediaRoom media) {
    Map<String, AttributeValue> item = new HashMap<>(RoomItem.writeNew(room));
    item.put(RoomItem.SID, text(media.sid()));
    item.put(RoomItem.SID_AT, number(media.createdAt()));
    TransactWriteItem newRoom =
        new NewItem(table.name(), RoomItem.CREATED_AT, item).inTransaction();
    TransactWriteItem back =
        TransactWriteItem.builder()
            .put(r -> r.tableName(table.name()).item(pointer(media)))
            .build();
    return new Transaction(List.of(newRoom, back)).write(dynamo);
  }

  @Override
  public Optional<RoomKey> find(Sid sid) {
    var found = dynamo.getItem(r -> r.tableName(table.name()).key(pointerKey(sid)));
    return found.hasItem()
        ? optionalText(found.item(), TARGET).map(roomId -> new RoomKey(sid.licenseId(), roomId))
        : Optional.empty();
  }

  @Override
  public void started(MediaRoom media) {
    Path sidAt = path(RoomItem.SID_AT);
    Update start =
        table
            .update(media.key())
            .set(path(RoomItem.SID), text(media.sid()))
            .set(sidAt, number(media.createdAt()))
            .onlyIf(RoomTable.isOpen())
            .onlyIf(sidAt.missing().or(sidAt.atMost(number(media.createdAt()))));
    if (start.tryWith(dynamo).isPresent()) {
      dynamo.putItem(r -> r.tableName(table.name()).item(pointer(media)));
    }
  }

  @Override
  public Optional<Room> finished(MediaRoom media) {
    Path sid = path(RoomItem.SID);
    return table.tryApply(
        table
            .update(media.key())
            .remove(sid)
            .onlyIf(RoomTable.isOpen())
            .onlyIf(sid.missing().or(sid.equalTo(text(media.sid())))));
  }

  @Override
  public void forget(MediaRoom media) {
    dynamo.deleteItem(r -> r.tableName(table.name()).key(pointerKey(sidOf(media))));
  }

  private Map<String, AttributeValue> pointer(MediaRoom media) {
    Map<String, AttributeValue> item = new HashMap<>(pointerKey(sidOf(media)));
    item.put(TARGET, text(media.key().roomId()));
    item.put(EXPIRES_AT, number(clock.instant().plus(POINTER_LIFE).getEpochSecond()));
    return item;
  }

  private static Sid sidOf(MediaRoom media) {
    return new Sid(media.key().licenseId(), media.sid());
  }

  private static Map<String, AttributeValue> pointerKey(Sid sid) {
    return Map.of(
        RoomItem.ROOM_ID, text(POINTER + sid.text()), RoomItem.LICENSE_ID, text(sid.licenseId()));
  }
}
