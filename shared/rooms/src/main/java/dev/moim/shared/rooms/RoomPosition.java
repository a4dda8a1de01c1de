package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Cursors;
import java.util.Comparator;

/**
 * Where a room stands in a list of a license's rooms: the newest first. It names no license, so the
 * cursor of one tenant opens nothing of another's.
 *
 * @param createdAt epoch milliseconds
 */
public record RoomPosition(long createdAt, String roomId) implements Comparable<RoomPosition> {

  private static final Comparator<RoomPosition> NEWEST_FIRST =
      Comparator.comparingLong(RoomPosition::createdAt)
          .reversed()
          .thenComparing(RoomPosition::roomId);

  public static RoomPosition of(Room room) {
    return new RoomPosition(room.createdAt(), room.roomId());
  }

  /**
   * @throws dev.moim.shared.kernel.FieldException if it is none of ours
   */
  public static RoomPosition at(String cursor) {
    String[] parts = Cursors.position(cursor).split(" ", 2);
    try {
      return new RoomPosition(Long.parseLong(parts[0]), parts[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
      throw Cursors.foreign();
    }
  }

  public String cursor() {
    return Cursors.of(createdAt + " " + roomId);
  }

  public boolean isAfter(RoomPosition other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(RoomPosition other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
