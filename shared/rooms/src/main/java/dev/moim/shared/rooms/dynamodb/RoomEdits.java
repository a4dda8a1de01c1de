package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms.Edit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Changes facts of a room. Two edits may arrive the other way round, so beside each fact stands
 * when it was asked for; of an edit in two halves the older one may lose.
 */
record RoomEdits(CountedUpdates updates, RoomTable table) {

  Optional<Room> edit(Room room, Edit edit, Ask ask) {
    try {
      return Optional.of(updates.apply(room, ask, () -> update(room, edit, ask.at())));
    } catch (ConditionalCheckFailedException refused) {
      return RoomItem.find(refused).flatMap(now -> withoutOlder(now, refused.item(), edit, ask));
    }
  }

  /** What no later edit has settled; refused for good if that is everything. */
  private Optional<Room> withoutOlder(
      Room now, Map<String, AttributeValue> item, Edit edit, Ask ask) {
    Instant asked = ask.at();
    Edit left =
        new Edit(
            edit.title().filter(ignored -> !isSettled(item, RoomItem.TITLE, asked)),
            edit.capacity().filter(ignored -> !isSettled(item, RoomItem.CAPACITY, asked)),
            edit.host().filter(ignored -> !isSettled(item, RoomItem.HOST, asked)),
            edit.locked().filter(ignored -> !isSettled(item, RoomItem.LOCKED, asked)));
    if (left.equals(edit)) {
      return Optional.empty();
    }
    return left.equals(Edit.NOTHING) ? Optional.of(now) : edit(now, left, ask);
  }

  private static boolean isSettled(Map<String, AttributeValue> item, String fact, Instant asked) {
    String at = RoomItem.editedAt(fact);
    return item.containsKey(at) && numberOf(item, at) > asked.toEpochMilli();
  }

  private Update update(Room room, Edit edit, Instant asked) {
    Update update = table.update(room.key()).onlyIf(RoomTable.isOpen()).increment(RoomItem.REV);
    AttributeValue at = number(asked.toEpochMilli());
    edit.title().ifPresent(title -> set(update, RoomItem.TITLE, text(title), at));
    edit.capacity()
        .ifPresent(capacity -> {
          set(update, RoomItem.CAPACITY, number(capacity), at);
          update.onlyIf(path(RoomItem.SEATS).size().atMost(number(capacity)));
        });
    edit.host()
        .ifPresent(host -> {
          set(update, RoomItem.HOST, text(host), at);
          update.onlyIf(path(RoomItem.SEATS, host).exists());
        });
    edit.locked().ifPresent(locked -> set(update, RoomItem.LOCKED, flag(locked), at));
    return update;
  }

  private static void set(Update update, String fact, AttributeValue value, AttributeValue at) {
    Path editedAt = path(RoomItem.editedAt(fact));
    update
        .set(path(fact), value)
        .set(editedAt, at)
        .onlyIf(editedAt.missing().or(editedAt.atMost(at)));
  }
}
