package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomLife;
import java.util.Collection;
import java.util.Map;

/** How many chat messages each room has seen. They are kept as long as its use. */
public interface Messages {

  /**
   * Counts a message of a room, whether that is still open or not.
   *
   * @param messageId its own: one that is counted again soon is counted once
   */
  void count(RoomLife room, String messageId);

  /** Those of these rooms; a room without any is left out. May be a moment behind. */
  Map<RoomLife, Long> of(Collection<RoomLife> rooms);
}
