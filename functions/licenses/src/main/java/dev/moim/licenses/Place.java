package dev.moim.licenses;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.rooms.Room;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/**
 * Where a room stands in the list of sessions: the newest first. It names no license, so the cursor
 * of one tenant opens nothing of another's.
 */
record Place(long createdAt, String roomId) implements Comparable<Place> {

  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::createdAt).reversed().thenComparing(Place::roomId);

  static Place of(Room room) {
    return new Place(room.createdAt(), room.roomId());
  }

  /**
   * @throws FieldException if it is none of ours
   */
  static Place at(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
      return new Place(Long.parseLong(parts[0]), parts[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      throw FieldException.invalid("cursor", "one from an earlier answer");
    }
  }

  String cursor() {
    byte[] text = (createdAt + " " + roomId).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  boolean isAfter(Place other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Place other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
