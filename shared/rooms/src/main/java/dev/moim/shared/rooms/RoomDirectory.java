package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Page;
import java.util.Optional;

/** The open rooms of a license. It may be a moment behind {@link Rooms}. */
public interface RoomDirectory {

  /** The most rooms one page holds: their facts still fit into the 1 MB of one query. */
  int MAX_PAGE = 500;

  /**
   * Rooms with media, the latest first.
   *
   * @param limit from 1 to {@link #MAX_PAGE}
   * @param cursor what the page before said comes next
   * @throws dev.moim.shared.kernel.FieldException if the cursor is not one of ours
   */
  Page<RoomFacts> list(String licenseId, int limit, Optional<String> cursor);

  /** The same of all rooms, with media or without. */
  Page<RoomFacts> listAll(String licenseId, int limit, Optional<String> cursor);
}
