package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import java.util.Optional;

/**
 * Which incarnation a room has at the media server, and whose room a sid is. The server makes a new
 * incarnation, with a new sid, when somebody joins a room it has forgotten.
 */
public interface MediaRooms {

  /** What a tenant's client says is the media server's id of a room, {@code RM_…}. */
  record Sid(String licenseId, String text) {}

  /**
   * Creates a room together with its first incarnation.
   *
   * @return false if the license has a room of that id
   */
  boolean create(Room room, MediaRoom media);

  /** The room of this license that has or had this sid. */
  Optional<RoomKey> find(Sid sid);

  /** Takes note of an incarnation, unless a later one is known or the room is gone. */
  void started(MediaRoom media);

  /**
   * Takes note of an incarnation's end.
   *
   * @return the room, or empty if it is gone or lives on in a later incarnation
   */
  Optional<Room> finished(MediaRoom media);

  /** Forgets whose sid this was. */
  void forget(MediaRoom media);
}
