package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Cursors;
import dev.moim.shared.kernel.Utf8;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a room stands in a list of a license's rooms: the newest first. It names no license, so the
 * cursor of one tenant opens nothing of another's.
 *
 * @param createdAt epoch milliseconds
 */
public record RoomPosition(long createdAt, String roomId) implements Comparable<RoomPosition> {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (.+)", Pattern.DOTALL);

  /** No room's id is longer, nor has a key of the table room for much more. */
  public static final int MAX_ID_BYTES = 64;

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
    Matcher parts = TEXT.matcher(Cursors.position(cursor));
    if (!parts.matches() || Utf8.bytes(parts.group(2)) > MAX_ID_BYTES) {
      throw Cursors.foreign();
    }
    return new RoomPosition(Long.parseLong(parts.group(1)), parts.group(2));
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
