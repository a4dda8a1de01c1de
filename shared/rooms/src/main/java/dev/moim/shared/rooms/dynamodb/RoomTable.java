package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes of a room's item. */
record RoomTable(DynamoDbClient dynamo, String name) {

  Update update(RoomKey room) {
    return new Update(name, RoomItem.key(room));
  }

  /** Somebody comes in with this change. Its condition must fail should it be repeated. */
  static Update joining(Update change) {
    Path joins = path(RoomItem.JOINS);
    return change.set(joins, joins.orElse(number(0)).plus(number(1)));
  }

  /**
   * Makes the change if its condition holds.
   *
   * @return the room afterwards, or empty if the condition failed
   */
  Optional<Room> tryApply(Update update) {
    return update.tryWith(dynamo).map(RoomItem::read);
  }

  Optional<Room> get(RoomKey key, boolean consistent) {
    var found =
        dynamo.getItem(r -> r.tableName(name).key(RoomItem.key(key)).consistentRead(consistent));
    return RoomItem.find(found.item());
  }

  /** A room that has ended has no revision. */
  static Condition isOpen() {
    return path(RoomItem.REV).exists();
  }

  static Path seat(String userId) {
    return path(RoomItem.SEATS, userId);
  }

  static Condition isHeldBy(SeatHolder holder) {
    return seat(holder.userId()).at(SeatItem.CONNECTION).equalTo(text(holder.connectionId()));
  }
}
