package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stands in the place of a room that has ended, until another is made there or DynamoDB
 * deletes it. It has none of the attributes that changes of a room depend on. One whose license may
 * not know its name stays in the index of rooms until it is counted off, where the schedule finds
 * it.
 */
final class EndedItem {

  private static final String ENDED = "ended"; // [createdAt, endedAt, mark], L
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  /** What the index of a license's rooms holds besides keys of the table. */
  private static final List<String> INDEXED =
      List.of(
          RoomItem.CREATED_AT,
          RoomItem.TITLE,
          RoomItem.DESCRIPTION,
          RoomItem.CAPACITY,
          RoomItem.MEDIA,
          RoomItem.CREATED_BY);

  private static final Duration KEPT = Duration.ofDays(1);

  /**
   * @param createdAt of the room, epoch milliseconds
   * @param endedAt epoch milliseconds, 0 once its use is certain to be written
   * @param mark of the attempt that ended it
   * @param tally as it was in the end
   */
  record End(long createdAt, long endedAt, String mark, Tally tally) {

    UsedRoom use(String roomId) {
      return new UsedRoom(createdAt, roomId, endedAt, tally);
    }
  }

  /** All that a room's item may have and this one has not; what the index needs is kept apart. */
  private static final List<String> REMOVED =
      List.of(
          RoomItem.DESTROY,
          RoomItem.TALKING_NOTY,
          RoomItem.HOST,
          RoomItem.SEATS,
          RoomItem.LOCKED,
          RoomItem.KICKED,
          RoomItem.PERMITS,
          RoomItem.SHARE,
          RoomItem.GROUPS,
          RoomItem.UNLISTED,
          RoomItem.TOLD,
          RoomItem.REV,
          RoomItem.EMPTY_REV,
          RoomItem.EMPTY_SINCE,
          RoomItem.SID,
          RoomItem.SID_AT,
          RoomItem.editedAt(RoomItem.TITLE),
          RoomItem.editedAt(RoomItem.CAPACITY),
          RoomItem.editedAt(RoomItem.HOST),
          RoomItem.editedAt(RoomItem.LOCKED));

  private EndedItem() {}

  /** Makes a room's item the one of its end. How many have come stays in it, whatever was read. */
  static Update end(Update update, Room room, Instant now, String mark) {
    update.set(path(ENDED), ended(room.createdAt(), now.toEpochMilli(), mark));
    REMOVED.forEach(name -> update.remove(path(name)));
    if (!room.unlisted()) {
      INDEXED.forEach(name -> update.remove(path(name)));
      update.set(path(EXPIRES_AT), expiry(now));
    }
    return update;
  }

  /** In the place of one that was counted off, and whose use is written. */
  static Map<String, AttributeValue> settled(RoomLife room, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>(RoomItem.key(room.key()));
    item.put(ENDED, ended(room.createdAt(), 0, ""));
    item.put(EXPIRES_AT, expiry(now));
    return item;
  }

  private static AttributeValue ended(long createdAt, long endedAt, String mark) {
    return AttributeValue.fromL(List.of(number(createdAt), number(endedAt), text(mark)));
  }

  private static AttributeValue expiry(Instant now) {
    return number(now.plus(KEPT).getEpochSecond());
  }

  /** Empty for any other item, and for none. */
  static Optional<End> read(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(ENDED))
        .map(AttributeValue::l)
        .map(list -> end(list, RoomItem.readTally(item)));
  }

  /** Nobody wrote down a peak while nobody left: then whoever was in it was alone. */
  private static End end(List<AttributeValue> list, Tally tally) {
    return new End(
        Long.parseLong(list.get(0).n()),
        Long.parseLong(list.get(1).n()),
        list.get(2).s(),
        new Tally(tally.joins(), Math.max(tally.peak(), Math.min(tally.joins(), 1))));
  }

  /** Whether the index of rooms shows it. */
  static boolean isListed(Map<String, AttributeValue> item) {
    return item.containsKey(RoomItem.CREATED_AT);
  }
}
