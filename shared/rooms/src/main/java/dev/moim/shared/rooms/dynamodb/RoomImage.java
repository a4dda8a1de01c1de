package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item of the table of rooms was before a change, or after it, as its stream shows it. */
public final class RoomImage {

  private RoomImage() {}

  /** The room that is open in it; empty for whatever else the table holds, and for no item. */
  public static Optional<Room> room(Map<String, AttributeValue> image) {
    return image.containsKey(RoomItem.SEATS) ? RoomItem.find(image) : Optional.empty();
  }

  /** The room that has ended in its place and whose use was not settled yet. */
  public static Optional<UsedRoom> ended(Map<String, AttributeValue> image) {
    return EndedItem.read(image)
        .filter(end -> end.endedAt() > 0)
        .map(end -> end.use(textOf(image, RoomItem.ROOM_ID)));
  }
}
