package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Room;
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
   */
  record End(long createdAt, long endedAt, String mark) {}

  private EndedItem() {}

  static Map<String, AttributeValue> write(Room room, End end) {
    Map<String, AttributeValue> item = item(room.key(), end);
    if (room.unlisted()) {
      Map<String, AttributeValue> whole = RoomItem.writeNew(room);
      INDEXED.forEach(name -> item.put(name, whole.get(name)));
    } else {
      item.put(EXPIRES_AT, expiry(Instant.ofEpochMilli(end.endedAt())));
    }
    return item;
  }

  /** In the place of one that was counted off, and whose use is written. */
  static Map<String, AttributeValue> settled(RoomLife room, Instant now) {
    Map<String, AttributeValue> item = item(room.key(), new End(room.createdAt(), 0, ""));
    item.put(EXPIRES_AT, expiry(now));
    return item;
  }

  private static Map<String, AttributeValue> item(RoomKey key, End end) {
    Map<String, AttributeValue> item = new HashMap<>(RoomItem.key(key));
    item.put(
        ENDED,
        AttributeValue.fromL(
            List.of(number(end.createdAt()), number(end.endedAt()), text(end.mark()))));
    return item;
  }

  private static AttributeValue expiry(Instant now) {
    return number(now.plus(KEPT).getEpochSecond());
  }

  /** Empty for any other item, and for none. */
  static Optional<End> read(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(ENDED)).map(AttributeValue::l).map(EndedItem::end);
  }

  private static End end(List<AttributeValue> list) {
    return new End(
        Long.parseLong(list.get(0).n()), Long.parseLong(list.get(1).n()), list.get(2).s());
  }

  /** Whether the index of rooms shows it. */
  static boolean isListed(Map<String, AttributeValue> item) {
    return item.containsKey(RoomItem.CREATED_AT);
  }
}
