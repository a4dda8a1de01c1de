package dev.moim.shared.rooms.dynamodb;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes of a room's item. */
record RoomTable(DynamoDbClient dynamo, String name) {

  Update update(RoomKey room) {
    return new Update(name, RoomItem.key(room));
  }

  /**
   * Makes the change if its condition holds.
   *
   * @return the room afterwards, or empty if the condition failed
   */
  Optional<Room> tryApply(Update update) {
    return update.tryWith(dynamo).map(RoomItem::read);
  }
}
