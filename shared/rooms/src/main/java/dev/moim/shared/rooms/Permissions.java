package dev.moim.shared.rooms;

import java.util.Map;
import java.util.Optional;

/** What hosts let members do. */
public interface Permissions {

  /**
   * Holds for the room's life, whether the user is there or not.
   *
   * @param wanted only what something is said about
   * @param ask of the host; what was said later stands
   * @return the room as it is then, or empty if it is gone
   */
  Optional<Room> permit(Room seen, String userId, Map<Permission, Boolean> wanted, Ask ask);
}
