package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Room;

/**
 * The most who were in a room at once. A room is at its fullest just before somebody leaves, so
 * whoever frees a seat writes down how many there are, if that was never so many: in the same
 * update, and under the condition that nobody has come meanwhile.
 */
final class Peak {

  private static final Path WRITTEN = path(RoomItem.PEAK);

  private Peak() {}

  static Update beforeLeaving(Room seen, Update leaving) {
    boolean known = seen.seats().size() <= seen.tally().peak();
    return known
        ? leaving.onlyIf(path(RoomItem.SEATS).size().atMost(WRITTEN))
        : written(seen, leaving).onlyIf(path(RoomItem.REV).equalTo(number(seen.rev())));
  }

  static Update written(Room seen, Update update) {
    return update.set(WRITTEN, number(seen.peak()));
  }
}
